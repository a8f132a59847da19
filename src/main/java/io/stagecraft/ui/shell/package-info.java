/// The window itself: menu, top bar, search, panes and the line at the bottom. It holds the panels and knows none of their business.
@NullMarked
package io.stagecraft.ui.shell;

import org.jspecify.annotations.NullMarked;
