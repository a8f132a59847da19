/// The main job on the command line: one small class per command, on the same code as the window.
///
/// Results go to standard output, refusals to standard error, in one line. 0 is fine, 1 a design with errors or a
/// run that failed, 2 wrong usage or input that cannot be read. No command loads JavaFX; what needs a picture or a
/// window asks a [Screen].
@NullMarked
package io.stagecraft.cli;

import org.jspecify.annotations.NullMarked;
