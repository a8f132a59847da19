/// What the executions of a pipeline add up to.
@NullMarked
package io.stagecraft.ui.metrics;

import org.jspecify.annotations.NullMarked;
