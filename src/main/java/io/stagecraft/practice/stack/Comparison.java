package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a plan would change about a stack.
final class Comparison {
    private final Outline outline;

    Comparison(Outline outline) {
        this.outline = outline;
    }

    /// Why nothing comes of a plan whatever its changes: a resource would become one of another type.
    ///
    /// @see <a href="https://github.com/aws/aws-sam-cli/issues/6786">the words, for a change set</a>
    Optional<String> whyNot(Stack stack, Stack.Plan plan) {
        var types = outline.resources(stack, plan);
        var turned =
                stack.resources.values().stream()
                        .filter(held -> held.thing != null && types.containsKey(held.key))
                        .filter(held ->
                                !held.type.equals(text(map(types.get(held.key)).get("Type"))))
                        .map(held -> held.key)
                        .toList();
        return turned.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Update of resource type is not permitted. The new template modifies"
                                + " resource type of the following resources: ["
                                + String.join(", ", turned)
                                + "]");
    }

    /// A change per resource that would come, change or go.
    List<Change> changes(Stack stack, Stack.Plan plan) {
        var now =
                stack.plan == null
                        ? Map.<String, Map<String, Object>>of()
                        : outline.resources(stack, stack.plan);
        var then = outline.resources(stack, plan);
        var declared = new LinkedHashMap<String, Map<String, Object>>();
        plan.template().resources().forEach(r -> declared.put(r.key(), r.properties()));
        var given = given(stack.plan, plan);
        var anew = new LinkedHashSet<String>();
        var changes = new ArrayList<Change>();
        for (var key : outline.order(stack, plan).keySet()) {
            var body = map(then.get(key));
            var old = now.get(key);
            var type = text(body.get("Type"));
            if (old == null) {
                changes.add(change(stack, key, type, ChangeAction.ADD, _ -> {}));
                continue;
            }
            var details =
                    new ChangeDetails(
                            outline.types().of(type),
                            old,
                            body,
                            map(declared.get(key)),
                            given,
                            anew);
            modified(stack, key, details, anew).ifPresent(changes::add);
        }
        now.forEach((key, body) -> {
            if (!then.containsKey(key)) {
                var type = text(body.get("Type"));
                changes.add(change(stack, key, type, ChangeAction.REMOVE, _ -> {}));
            }
        });
        return changes;
    }

    private static Optional<Change> modified(
            Stack stack, String key, ChangeDetails change, Set<String> anew) {
        var details = change.all();
        var type = text(change.now().get("Type"));
        boolean other = !type.equals(text(change.old().get("Type")));
        if (details.isEmpty() && !other) {
            return Optional.empty();
        }
        var replacement = other ? Replacement.TRUE : replacement(details);
        if (replacement != Replacement.FALSE) {
            anew.add(key);
        }
        var scope = new LinkedHashSet<ResourceAttribute>();
        details.forEach(d -> scope.add(d.target().attribute()));
        return Optional.of(
                change(
                        stack,
                        key,
                        type,
                        ChangeAction.MODIFY,
                        c -> c.replacement(replacement).scope(scope).details(details)));
    }

    /// Certain where a value is known to change, conditional where only the run of the change set tells.
    private static Replacement replacement(List<ResourceChangeDetail> details) {
        var recreating =
                details.stream()
                        .filter(d -> d.target().requiresRecreation() == RequiresRecreation.ALWAYS)
                        .toList();
        if (recreating.isEmpty()) {
            return Replacement.FALSE;
        }
        return recreating.stream().anyMatch(d -> d.evaluation() == EvaluationType.STATIC)
                ? Replacement.TRUE
                : Replacement.CONDITIONAL;
    }

    /// The parameters that have other values than before.
    private static Set<String> given(Stack.@Nullable Plan old, Stack.Plan plan) {
        var given = new LinkedHashSet<String>();
        if (old != null) {
            plan.parameters()
                    .forEach((key, value) -> {
                        if (!value.equals(old.parameters().get(key))) {
                            given.add(key);
                        }
                    });
        }
        return given;
    }

    /// Whether nothing would change.
    boolean isSame(Stack stack, Stack.Plan plan) {
        var old = stack.plan;
        return old != null
                && outline.resources(stack, old).equals(outline.resources(stack, plan))
                && outline.ofOutputs(stack, old).equals(outline.ofOutputs(stack, plan))
                && old.tags().equals(plan.tags());
    }

    private static Change change(
            Stack stack,
            String key,
            String type,
            ChangeAction action,
            Consumer<ResourceChange.Builder> more) {
        var held = stack.resources.get(key);
        return Change.builder()
                .type(ChangeType.RESOURCE)
                .resourceChange(
                        ResourceChange.builder()
                                .action(action)
                                .logicalResourceId(key)
                                .physicalResourceId(held == null ? null : held.id)
                                .resourceType(type)
                                .applyMutation(more)
                                .build())
                .build();
    }
}
