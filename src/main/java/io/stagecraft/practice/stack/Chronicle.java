package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// Sets how stacks and their resources stand, and keeps each step as an event.
final class Chronicle {
    private final Timeline time;
    private final Ids ids;

    Chronicle(Timeline time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    /// The stack stands so from now on.
    ///
    /// @param reason empty for none
    void tell(Stack stack, StackStatus status, String reason) {
        stack.status = status;
        stack.reason = reason;
        stack.events.add(
                StackEvent.builder()
                        .eventId(ids.uuid())
                        .stackId(stack.id)
                        .stackName(stack.name)
                        .logicalResourceId(stack.name)
                        .physicalResourceId(stack.id)
                        .resourceType("AWS::CloudFormation::Stack")
                        .timestamp(time.now())
                        .resourceStatus(status.toString())
                        .resourceStatusReason(Wording.orNull(reason))
                        .build());
    }

    /// A resource stands so from now on.
    ///
    /// @param reason empty for none
    void tell(Stack stack, Stack.Held held, ResourceStatus status, String reason) {
        held.status = status;
        held.reason = reason;
        held.changed = time.now();
        stack.events.add(
                StackEvent.builder()
                        .eventId(held.key + "-" + status + "-" + ids.uuid())
                        .stackId(stack.id)
                        .stackName(stack.name)
                        .logicalResourceId(held.key)
                        .physicalResourceId(held.id)
                        .resourceType(held.type)
                        .timestamp(time.now())
                        .resourceStatus(status)
                        .resourceStatusReason(Wording.orNull(reason))
                        .build());
    }
}
