package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Creates, updates and deletes stacks as CloudFormation does: in order of need, with events, and back again when it fails.
final class StackWork {
    private final Timeline time;
    private final Maker maker;
    private final Outline outline;
    private final Chronicle chronicle;
    private final Exports exports;

    StackWork(Timeline time, Maker maker, Outline outline, Chronicle chronicle, Exports exports) {
        this.time = time;
        this.maker = maker;
        this.outline = outline;
        this.chronicle = chronicle;
        this.exports = exports;
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
                        () ->
                                outputsOr(
                                        stack,
                                        why -> rollBackCreation(stack, why, over),
                                        () -> {
                                            chronicle.tell(stack, StackStatus.CREATE_COMPLETE, "");
                                            over.run();
                                        }),
                        failed -> rollBackCreation(stack, didNot("create", failed), over)));
    }

    private static void run(Stack stack, Flow flow) {
        // before it begins: with nothing to do it ends at once, and another may follow
        stack.flow = flow;
        flow.begin();
    }

    private void rollBackCreation(Stack stack, String why, Runnable over) {
        if (stack.keepsFailures) {
            chronicle.tell(stack, StackStatus.CREATE_FAILED, why);
            over.run();
            return;
        }
        chronicle.tell(
                stack, StackStatus.ROLLBACK_IN_PROGRESS, why + " Rollback requested by user.");
        removeAll(
                stack,
                Optional.empty(),
                refused -> {
                    chronicle.tell(
                            stack,
                            refused.isEmpty()
                                    ? StackStatus.ROLLBACK_COMPLETE
                                    : StackStatus.ROLLBACK_FAILED,
                            refused.isEmpty() ? "" : didNot("delete", refused));
                    over.run();
                });
    }

    /// Makes of a stack what the plan says.
    void update(Stack stack, Stack.Plan plan, Runnable over) {
        var oldPlan = stack.plan;
        stack.plan = plan;
        stack.updated = time.now();
        chronicle.tell(stack, StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
        var before = things(stack);
        Consumer<String> back = why -> rollBackUpdate(stack, oldPlan, before, why, over);
        var forbidden = forbidden(stack, plan, before.keySet());
        if (!forbidden.isEmpty()) {
            back.accept(didNot("update", forbidden));
            return;
        }
        run(
                stack,
                new Flow(
                        time,
                        outline.order(stack, plan),
                        creating(stack, plan, before),
                        () ->
                                outputsOr(
                                        stack,
                                        back,
                                        () -> {
                                            chronicle.tell(
                                                    stack,
                                                    StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                                                    "");
                                            cleanUp(stack, before, over);
                                        }),
                        failed -> back.accept(didNot("update", failed))));
    }

    /// What the plan would take away against the stack's policy. Said before anything begins: the clean-up has no way back.
    private List<String> forbidden(Stack stack, Stack.Plan plan, Set<String> before) {
        var stays = outline.order(stack, plan).keySet();
        var forbidden = new ArrayList<String>();
        for (var key : before) {
            var held = Objects.requireNonNull(stack.resources.get(key));
            stack.judging
                    .filter(_ -> !stays.contains(key))
                    .flatMap(p -> p.whyNot(StackPolicy.Act.DELETE, key, held.type))
                    .ifPresent(why -> {
                        forbidden.add(key);
                        chronicle.tell(stack, held, ResourceStatus.UPDATE_FAILED, why);
                    });
        }
        return forbidden;
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
                _ -> {
                    stack.resources.keySet().retainAll(wanted);
                    chronicle.tell(stack, StackStatus.UPDATE_COMPLETE, "");
                    over.run();
                });
    }

    private void rollBackUpdate(
            Stack stack,
            Stack.@Nullable Plan oldPlan,
            Map<String, Thing> before,
            String reason,
            Runnable over) {
        chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, reason);
        stack.plan = oldPlan;
        undo(stack, new Undoing(stack, before, things(stack), maker, chronicle), Set.of(), over);
    }

    /// Goes on with a rollback that failed.
    ///
    /// @param skipped keys of resources to be left as they are
    void goOnRollingBack(Stack stack, Undoing undoing, Set<String> skipped) {
        chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, "User Initiated");
        undo(stack, undoing, skipped, () -> {});
    }

    private void undo(Stack stack, Undoing undoing, Set<String> skipped, Runnable over) {
        var failed = undoing.all(skipped);
        stack.undoing = failed.isEmpty() ? null : undoing;
        if (!failed.isEmpty()) {
            chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_FAILED, didNot("update", failed));
            over.run();
            return;
        }
        chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        remove(
                stack,
                undoing.leftOver(),
                Map.of(),
                _ -> {
                    stack.resources.keySet().retainAll(undoing.before().keySet());
                    chronicle.tell(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, "");
                    over.run();
                });
    }

    private static Map<String, Thing> things(Stack stack) {
        var things = new LinkedHashMap<String, Thing>();
        stack.resources.forEach((key, held) -> {
            if (held.thing != null) {
                things.put(key, held.thing);
            }
        });
        return things;
    }

    /// Takes a stack away, last made first; what a service will not let go stays, and the stack with it.
    ///
    /// @param retained keys of what is left where it is
    void delete(Stack stack, Set<String> retained, Runnable over) {
        var used = exports.whyNotDeleted(stack);
        if (used.isPresent()) {
            // no refusal of the call, and no failure: the stack stands as it stood
            // (https://github.com/aws/aws-cdk/issues/604)
            chronicle.tell(stack, stack.status, used.get());
            over.run();
            return;
        }
        chronicle.tell(stack, StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        removeAll(
                stack,
                Optional.of(retained),
                refused -> {
                    if (refused.isEmpty()) {
                        stack.deleted = time.now();
                        chronicle.tell(stack, StackStatus.DELETE_COMPLETE, "");
                    } else {
                        chronicle.tell(stack, StackStatus.DELETE_FAILED, didNot("delete", refused));
                    }
                    over.run();
                });
    }

    /// @param retained keys of what stays, besides what the template says; nothing where all goes
    private void removeAll(
            Stack stack, Optional<Set<String>> retained, Consumer<List<String>> over) {
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
            if (retained.isPresent()
                    && (retained.get().contains(held.key) || of != null && of.isRetained())) {
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
            Stack stack,
            Map<String, Thing> goes,
            Map<String, Set<String>> users,
            Consumer<List<String>> over) {
        var waits = new LinkedHashMap<String, Set<String>>();
        goes.forEach((key, _) -> {
            var on = new LinkedHashSet<>(users.getOrDefault(key, Set.of()));
            on.retainAll(goes.keySet());
            waits.put(key, on);
        });
        var removing = new Removing(stack, goes, waits, maker, chronicle, time);
        Runnable done = () -> over.accept(removing.refused());
        run(stack, new Flow(time, waits, removing, done, _ -> done.run()));
    }

    private Creating creating(Stack stack, Stack.Plan plan, Map<String, Thing> before) {
        return new Creating(
                stack, plan, before, outline.functions(stack, plan), maker, chronicle, time);
    }

    /// Tells the outputs and goes on, or says why the stack cannot have them.
    private void outputsOr(Stack stack, Consumer<String> back, Runnable on) {
        var outputs = outline.outputs(stack, Objects.requireNonNull(stack.plan));
        var why = exports.whyNot(stack, outputs);
        if (why.isPresent()) {
            back.accept(why.get());
            return;
        }
        stack.outputs.clear();
        stack.outputs.addAll(outputs);
        on.run();
    }

    private static String didNot(String verb, List<String> failed) {
        return "The following resource(s) failed to "
                + verb
                + ": ["
                + String.join(", ", failed)
                + "].";
    }
}
