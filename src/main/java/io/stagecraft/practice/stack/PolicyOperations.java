package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;

import software.amazon.awssdk.services.cloudformation.model.*;

import java.util.Optional;

/// Operations on what updates may do to a stack, and whether it may be deleted.
final class PolicyOperations {
    private final Timeline time;
    private final Stacks stacks;

    PolicyOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    GetStackPolicyResponse policy(Caller caller, GetStackPolicyRequest request) {
        return time.ask(() ->
                GetStackPolicyResponse.builder()
                        .stackPolicyBody(
                                stacks.shelf()
                                        .get(caller.region(), request.stackName())
                                        .policy
                                        .map(StackPolicy::written)
                                        .orElse(null))
                        .build());
    }

    SetStackPolicyResponse setPolicy(Caller caller, SetStackPolicyRequest request) {
        return time.ask(() -> {
            var stack = stacks.shelf().get(caller.region(), request.stackName());
            var body = Wording.body(request.stackPolicyBody(), request.stackPolicyURL());
            stack.policy = Optional.of(StackPolicy.of(body));
            return SetStackPolicyResponse.builder().build();
        });
    }

    UpdateTerminationProtectionResponse protect(
            Caller caller, UpdateTerminationProtectionRequest request) {
        return time.ask(() -> {
            var stack = stacks.shelf().get(caller.region(), request.stackName());
            stack.isProtected = Boolean.TRUE.equals(request.enableTerminationProtection());
            return UpdateTerminationProtectionResponse.builder().stackId(stack.id).build();
        });
    }
}
