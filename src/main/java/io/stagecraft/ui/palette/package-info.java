/// The actions to draw with: searched, grouped by category, dragged onto the canvas or added by a key.
@NullMarked
package io.stagecraft.ui.palette;

import org.jspecify.annotations.NullMarked;
