package io.stagecraft.practice.stack;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What a plan would change about a stack.
final class Comparison {
    private final Outline outline;

    Comparison(Outline outline) {
        this.outline = outline;
    }

    /// A change per resource that would come, change or go.
    List<Change> changes(Stack stack, Stack.Plan plan) {
        var now =
                stack.plan == null
                        ? Map.<String, Map<String, Object>>of()
                        : outline.resources(stack, stack.plan);
        var then = outline.resources(stack, plan);
        var changes = new ArrayList<Change>();
        var anew = new LinkedHashSet<String>();
        then.forEach((key, body) -> {
            var old = now.get(key);
            var type = Trees.text(body.get("Type"));
            if (old == null) {
                changes.add(change(stack, key, type, ChangeAction.ADD, null));
                return;
            }
            boolean touched = !old.equals(body) || usesOneOf(plan, key, anew);
            if (touched) {
                boolean replaced = replaced(type, old, body);
                if (replaced) {
                    anew.add(key);
                }
                changes.add(
                        change(
                                stack,
                                key,
                                type,
                                ChangeAction.MODIFY,
                                replaced ? Replacement.TRUE : Replacement.FALSE));
            }
        });
        now.forEach((key, body) -> {
            if (!then.containsKey(key)) {
                changes.add(
                        change(
                                stack,
                                key,
                                Trees.text(body.get("Type")),
                                ChangeAction.REMOVE,
                                null));
            }
        });
        return changes;
    }

    /// Whether nothing would change.
    boolean isSame(Stack stack, Stack.Plan plan) {
        var old = stack.plan;
        return old != null
                && outline.resources(stack, old).equals(outline.resources(stack, plan))
                && outline.ofOutputs(stack, old).equals(outline.ofOutputs(stack, plan))
                && old.tags().equals(plan.tags());
    }

    private static boolean usesOneOf(Stack.Plan plan, String key, LinkedHashSet<String> anew) {
        return plan.template().resources().stream()
                .filter(r -> r.key().equals(key))
                .anyMatch(r -> plan.template().before(r).stream().anyMatch(anew::contains));
    }

    private boolean replaced(String type, Map<String, Object> old, Map<String, Object> now) {
        if (!type.equals(Trees.text(old.get("Type")))) {
            return true;
        }
        var before = Trees.map(old.get("Properties"));
        var after = Trees.map(now.get("Properties"));
        return outline.types().of(type).replaces().stream()
                .anyMatch(p -> !Trees.text(before.get(p)).equals(Trees.text(after.get(p))));
    }

    private static Change change(
            Stack stack,
            String key,
            String type,
            ChangeAction action,
            @Nullable Replacement replacement) {
        var held = stack.resources.get(key);
        return Change.builder()
                .type(ChangeType.RESOURCE)
                .resourceChange(
                        ResourceChange.builder()
                                .action(action)
                                .logicalResourceId(key)
                                .physicalResourceId(held == null ? null : held.id)
                                .resourceType(type)
                                .replacement(replacement)
                                .build())
                .build();
    }
}
