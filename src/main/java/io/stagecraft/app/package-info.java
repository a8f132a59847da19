/// `main`: builds each object once and hands it on. The only room that knows the window and the command line.
@NullMarked
package io.stagecraft.app;

import org.jspecify.annotations.NullMarked;
