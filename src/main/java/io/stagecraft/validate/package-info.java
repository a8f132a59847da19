/// Rules, and the problems they find in a design.
///
/// A rule has no memory between designs; what only a person can know is no rule's business.
@NullMarked
package io.stagecraft.validate;

import org.jspecify.annotations.NullMarked;
