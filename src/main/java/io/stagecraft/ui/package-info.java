/// The window: a folder per panel, its view and its view model, around one workspace.
@NullMarked
package io.stagecraft.ui;

import org.jspecify.annotations.NullMarked;
