/// CodePipeline as the Practice account plays it: pipelines, executions, stages, actions under their roles as deployed.
@NullMarked
package io.stagecraft.practice.line;

import org.jspecify.annotations.NullMarked;
