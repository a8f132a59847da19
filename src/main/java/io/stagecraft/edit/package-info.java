/// Every change a person can make to a design, and the way back.
///
/// An edit is a function from design to design with a name; no edit knows how to undo itself.
@NullMarked
package io.stagecraft.edit;

import org.jspecify.annotations.NullMarked;
