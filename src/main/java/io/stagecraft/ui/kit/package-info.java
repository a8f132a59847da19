/// What panels share: background work, icons, status marks, small controls.
@NullMarked
package io.stagecraft.ui.kit;

import org.jspecify.annotations.NullMarked;
