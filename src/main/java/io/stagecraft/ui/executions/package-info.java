/// The executions of the deployed pipeline, stage by stage, and why one failed.
@NullMarked
package io.stagecraft.ui.executions;

import org.jspecify.annotations.NullMarked;
