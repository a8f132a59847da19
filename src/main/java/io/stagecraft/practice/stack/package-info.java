/// CloudFormation as the Practice account plays it: templates, stacks, change sets, events, rollback.
@NullMarked
package io.stagecraft.practice.stack;

import org.jspecify.annotations.NullMarked;
