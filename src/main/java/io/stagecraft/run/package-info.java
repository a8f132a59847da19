/// What a run looks like, real or played: the state of stages, actions and transitions, and the executions of a pipeline.
@NullMarked
package io.stagecraft.run;

import org.jspecify.annotations.NullMarked;
