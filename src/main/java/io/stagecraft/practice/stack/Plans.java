package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.util.Map;

/// Turns what somebody wants of a stack into a plan, or refuses as AWS does before anything begins.
final class Plans {
    private final ResourceTypes types;
    private final Roles roles;

    Plans(ResourceTypes types, Roles roles) {
        this.types = types;
        this.roles = roles;
    }

    /// Reads and checks a template.
    ///
    /// @throws Refusal as AWS does
    Template template(String text) {
        if (text.isBlank()) {
            throw Wording.invalid("Either Template URL or Template Body must be specified.");
        }
        return Template.of(text, types);
    }

    /// The plan of a stack, filled up from the one in use.
    ///
    /// @throws Refusal as AWS does
    Stack.Plan plan(Stacks.Wish wish, Stack stack, Outline outline) {
        var old = stack.plan;
        var template =
                wish.template().isEmpty() && old != null
                        ? old.template()
                        : template(wish.template());
        template.capability(types)
                .filter(needed ->
                        !wish.capabilities().contains(needed)
                                && !wish.capabilities().contains("CAPABILITY_NAMED_IAM"))
                .ifPresent(needed -> {
                    throw new Refusal(
                            "InsufficientCapabilitiesException",
                            "Requires capabilities : [" + needed + "]");
                });
        var role = wish.role().isEmpty() && old != null ? old.role() : wish.role();
        if (!role.isEmpty()
                && roles.at(role)
                        .filter(r ->
                                roles.trustsService(r, "cloudformation.amazonaws.com", stack.id))
                        .isEmpty()) {
            throw Wording.invalid("Role " + role + " is invalid or cannot be assumed");
        }
        var plan =
                new Stack.Plan(
                        template,
                        Parameters.of(
                                template,
                                wish.parameters(),
                                old == null ? Map.of() : old.parameters()),
                        wish.capabilities(),
                        role,
                        wish.tags().isEmpty() && old != null ? old.tags() : wish.tags());
        // what cannot be worked out is refused before anything begins
        outline.resources(stack, plan);
        outline.ofOutputs(stack, plan);
        return plan;
    }

    /// @throws Refusal when the stack is busy or beyond an update
    static void refuseUnlessSteady(Stack stack) {
        if (stack.isBusy()
                || stack.status == StackStatus.ROLLBACK_COMPLETE
                || stack.status == StackStatus.UPDATE_ROLLBACK_FAILED
                || stack.status == StackStatus.CREATE_FAILED) {
            throw Wording.invalid(
                    "Stack:"
                            + stack.id
                            + " is in "
                            + stack.status
                            + " state and can not be updated.");
        }
    }
}
