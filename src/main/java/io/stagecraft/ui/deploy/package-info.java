/// Deploying what is on the screen: the plan first, then its events, then what came of it.
@NullMarked
package io.stagecraft.ui.deploy;

import org.jspecify.annotations.NullMarked;
