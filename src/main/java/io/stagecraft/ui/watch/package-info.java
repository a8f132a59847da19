/// Following and steering the runs of the deployed pipeline.
@NullMarked
package io.stagecraft.ui.watch;

import org.jspecify.annotations.NullMarked;
