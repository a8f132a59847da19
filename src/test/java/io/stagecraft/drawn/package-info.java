/// Designs for tests, in a few words.
@org.jspecify.annotations.NullMarked
package io.stagecraft.drawn;
