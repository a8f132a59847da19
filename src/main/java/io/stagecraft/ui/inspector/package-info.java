/// The form beside the canvas: what is selected, field by field, each with its help, its producer and its problems.
@NullMarked
package io.stagecraft.ui.inspector;

import org.jspecify.annotations.NullMarked;
