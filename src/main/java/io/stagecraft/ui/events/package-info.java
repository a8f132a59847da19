/// What happened while deploying, line by line.
@NullMarked
package io.stagecraft.ui.events;

import org.jspecify.annotations.NullMarked;
