/// The list of problems: what is wrong, why, where, and what mends it.
@NullMarked
package io.stagecraft.ui.problems;

import org.jspecify.annotations.NullMarked;
