package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Creates, updates and deletes stacks as CloudFormation does: in order of need, with events, and back again when it fails.
final class StackWork {
    private final Timeline time;
    private final Maker maker;
    private final Outline outline;
    private final Chronicle chronicle;

    StackWork(Timeline time, Maker maker, Outline outline, Chronicle chronicle) {
        this.time = time;
        this.maker = maker;
        this.outline = outline;
        this.chronicle = chronicle;
    }

    /// Makes a stack of what the plan says.
    void create(Stack stack, Stack.Plan plan, Runnable over) {
        stack.plan = plan;
        chronicle.tell(stack, StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        run(
                stack,
                new Flow(
                        time,
                        outline.order(stack, plan),
                        creating(stack, plan, Map.of()),
                        () -> {
                            tellOutputs(stack);
                            chronicle.tell(stack, StackStatus.CREATE_COMPLETE, "");
                            over.run();
                        },
                        failed -> rollBackCreation(stack, failed, over)));
    }

    private static void run(Stack stack, Flow flow) {
        // before it begins: with nothing to do it ends at once, and another may follow
        stack.flow = flow;
        flow.begin();
    }

    private void rollBackCreation(Stack stack, List<String> failed, Runnable over) {
        if (stack.keepsFailures) {
            chronicle.tell(stack, StackStatus.CREATE_FAILED, didNot("create", failed, ""));
            over.run();
            return;
        }
        chronicle.tell(
                stack,
                StackStatus.ROLLBACK_IN_PROGRESS,
                didNot("create", failed, " Rollback requested by user."));
        removeAll(
                stack,
                false,
                () -> {
                    chronicle.tell(stack, StackStatus.ROLLBACK_COMPLETE, "");
                    over.run();
                });
    }

    /// Makes of a stack what the plan says.
    void update(Stack stack, Stack.Plan plan, Runnable over) {
        var oldPlan = stack.plan;
        stack.plan = plan;
        stack.updated = time.now();
        chronicle.tell(stack, StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
        var before = new LinkedHashMap<String, Thing>();
        stack.resources.forEach((key, held) -> {
            if (held.thing != null) {
                before.put(key, held.thing);
            }
        });
        run(
                stack,
                new Flow(
                        time,
                        outline.order(stack, plan),
                        creating(stack, plan, before),
                        () -> {
                            tellOutputs(stack);
                            chronicle.tell(
                                    stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
                            cleanUp(stack, before, over);
                        },
                        failed -> rollBackUpdate(stack, oldPlan, before, failed, over)));
    }

    private void cleanUp(Stack stack, Map<String, Thing> before, Runnable over) {
        var goes = new LinkedHashMap<String, Thing>();
        before.forEach((key, thing) -> {
            var held = stack.resources.get(key);
            if (held == null || held.thing == null || !held.thing.id().equals(thing.id())) {
                goes.put(key, thing);
            }
        });
        var wanted = outline.order(stack, Objects.requireNonNull(stack.plan)).keySet();
        remove(
                stack,
                goes,
                Map.of(),
                () -> {
                    stack.resources.keySet().retainAll(wanted);
                    chronicle.tell(stack, StackStatus.UPDATE_COMPLETE, "");
                    over.run();
                });
    }

    private void rollBackUpdate(
            Stack stack,
            Stack.@Nullable Plan oldPlan,
            Map<String, Thing> before,
            List<String> failed,
            Runnable over) {
        chronicle.tell(
                stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, didNot("update", failed, ""));
        stack.plan = oldPlan;
        var goes = new LinkedHashMap<String, Thing>();
        for (var held : List.copyOf(stack.resources.values())) {
            var old = before.get(held.key);
            var now = held.thing;
            if (now != null && (old == null || !old.id().equals(now.id()))) {
                goes.put(held.key, now);
            }
            if (old == null) {
                continue;
            }
            if (now != null
                    && now.id().equals(old.id())
                    && !now.properties().equals(old.properties())) {
                chronicle.tell(stack, held, ResourceStatus.UPDATE_IN_PROGRESS, "");
                maker.change(stack, held.key, now, old.properties());
                chronicle.tell(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
            }
            held.thing = old;
            held.id = old.id();
            if (held.status != ResourceStatus.UPDATE_COMPLETE
                    && held.status != ResourceStatus.CREATE_COMPLETE) {
                chronicle.tell(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
            }
        }
        chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        remove(
                stack,
                goes,
                Map.of(),
                () -> {
                    stack.resources.keySet().retainAll(before.keySet());
                    chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, "");
                    over.run();
                });
    }

    /// Takes a stack away, last made first.
    void delete(Stack stack, Runnable over) {
        chronicle.tell(stack, StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        removeAll(
                stack,
                true,
                () -> {
                    stack.deleted = time.now();
                    chronicle.tell(stack, StackStatus.DELETE_COMPLETE, "");
                    over.run();
                });
    }

    private void removeAll(Stack stack, boolean retains, Runnable over) {
        var goes = new LinkedHashMap<String, Thing>();
        var users = new LinkedHashMap<String, Set<String>>();
        var declared = new LinkedHashMap<String, Template.Declared>();
        if (stack.plan != null) {
            stack.plan.template().resources().forEach(r -> declared.put(r.key(), r));
        }
        for (var held : stack.resources.values()) {
            var of = declared.get(held.key);
            if (held.thing == null) {
                continue;
            }
            if (retains && of != null && of.isRetained()) {
                chronicle.tell(stack, held, ResourceStatus.DELETE_SKIPPED, "");
                continue;
            }
            goes.put(held.key, held.thing);
            if (of != null && stack.plan != null) {
                stack.plan
                        .template()
                        .before(of)
                        .forEach(k ->
                                users.computeIfAbsent(k, _ -> new LinkedHashSet<>()).add(held.key));
            }
        }
        remove(stack, goes, users, over);
    }

    private void remove(
            Stack stack, Map<String, Thing> goes, Map<String, Set<String>> users, Runnable over) {
        var waits = new LinkedHashMap<String, Set<String>>();
        goes.forEach((key, _) -> {
            var on = new LinkedHashSet<>(users.getOrDefault(key, Set.of()));
            on.retainAll(goes.keySet());
            waits.put(key, on);
        });
        run(
                stack,
                new Flow(
                        time,
                        waits,
                        new Removing(stack, goes, maker, chronicle, time),
                        over,
                        _ -> over.run()));
    }

    private Creating creating(Stack stack, Stack.Plan plan, Map<String, Thing> before) {
        return new Creating(
                stack, plan, before, outline.functions(stack, plan), maker, chronicle, time);
    }

    private void tellOutputs(Stack stack) {
        var outputs = outline.outputs(stack, Objects.requireNonNull(stack.plan));
        stack.outputs.clear();
        stack.outputs.addAll(outputs);
    }

    private static String didNot(String verb, List<String> failed, String more) {
        return "The following resource(s) failed to "
                + verb
                + ": ["
                + String.join(", ", failed)
                + "]."
                + more;
    }
}
