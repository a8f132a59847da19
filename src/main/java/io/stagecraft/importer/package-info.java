/// Designs from what somebody drew elsewhere, and what of it could not be read.
///
/// Nothing is lost on the way: a member that a design has no word for is kept beside what it belongs to.
@NullMarked
package io.stagecraft.importer;

import org.jspecify.annotations.NullMarked;
