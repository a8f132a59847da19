/// What the commands of a build do with container images: a buildspec's steps, the shell's words in them, and the tools that push and
/// pull.
///
/// Only what is certain is said. A script in the source, a value that nobody knows here or a tool that nobody knows say nothing.
@NullMarked
package io.stagecraft.model.images;

import org.jspecify.annotations.NullMarked;
