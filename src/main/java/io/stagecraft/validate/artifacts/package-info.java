/// Rules on artifacts and the wires that carry them.
@NullMarked
package io.stagecraft.validate.artifacts;

import org.jspecify.annotations.NullMarked;
