package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Creates, updates and deletes stacks as CloudFormation does: in order of need, with events, and back again when it fails.
final class StackWork {
    private final Timeline time;
    private final Ids ids;
    private final ResourceTypes types;
    private final Maker maker;
    private final Function<String, @Nullable String> exports;

    StackWork(
            Timeline time,
            Ids ids,
            ResourceTypes types,
            Maker maker,
            Function<String, @Nullable String> exports) {
        this.time = time;
        this.ids = ids;
        this.types = types;
        this.maker = maker;
        this.exports = exports;
    }

    /// Makes a stack of what the plan says.
    void create(Stack stack, Stack.Plan plan, Runnable over) {
        stack.plan = plan;
        stack(stack, StackStatus.CREATE_IN_PROGRESS, "User Initiated");
        run(
                stack,
                new Flow(
                        time,
                        order(stack, plan),
                        new Creating(stack, plan, Map.of()),
                        () -> {
                            if (tellOutputs(stack)) {
                                stack(stack, StackStatus.CREATE_COMPLETE, "");
                                over.run();
                            }
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
            stack(stack, StackStatus.CREATE_FAILED, didNot("create", failed, ""));
            over.run();
            return;
        }
        stack(
                stack,
                StackStatus.ROLLBACK_IN_PROGRESS,
                didNot("create", failed, " Rollback requested by user."));
        removeAll(
                stack,
                false,
                () -> {
                    stack(stack, StackStatus.ROLLBACK_COMPLETE, "");
                    over.run();
                });
    }

    /// Makes of a stack what the plan says.
    void update(Stack stack, Stack.Plan plan, Runnable over) {
        var oldPlan = stack.plan;
        stack.plan = plan;
        stack.updated = time.now();
        stack(stack, StackStatus.UPDATE_IN_PROGRESS, "User Initiated");
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
                        order(stack, plan),
                        new Creating(stack, plan, before),
                        () -> {
                            if (tellOutputs(stack)) {
                                stack(stack, StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
                                cleanUp(stack, before, over);
                            }
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
        var wanted = order(stack, java.util.Objects.requireNonNull(stack.plan)).keySet();
        remove(
                stack,
                goes,
                Map.of(),
                () -> {
                    stack.resources.keySet().retainAll(wanted);
                    stack(stack, StackStatus.UPDATE_COMPLETE, "");
                    over.run();
                });
    }

    private void rollBackUpdate(
            Stack stack,
            Stack.@Nullable Plan oldPlan,
            Map<String, Thing> before,
            List<String> failed,
            Runnable over) {
        stack(stack, StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, didNot("update", failed, ""));
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
                event(stack, held, ResourceStatus.UPDATE_IN_PROGRESS, "");
                maker.change(stack, held.key, now, old.properties());
                event(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
            }
            held.thing = old;
            held.id = old.id();
            if (held.status != ResourceStatus.UPDATE_COMPLETE
                    && held.status != ResourceStatus.CREATE_COMPLETE) {
                event(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
            }
        }
        stack(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
        remove(
                stack,
                goes,
                Map.of(),
                () -> {
                    stack.resources.keySet().retainAll(before.keySet());
                    stack(stack, StackStatus.UPDATE_ROLLBACK_COMPLETE, "");
                    over.run();
                });
    }

    /// Takes a stack away, last made first.
    void delete(Stack stack, Runnable over) {
        stack(stack, StackStatus.DELETE_IN_PROGRESS, "User Initiated");
        removeAll(
                stack,
                true,
                () -> {
                    stack.deleted = time.now();
                    stack(stack, StackStatus.DELETE_COMPLETE, "");
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
                event(stack, held, ResourceStatus.DELETE_SKIPPED, "");
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
        run(stack, new Flow(time, waits, new Removing(stack, goes), over, _ -> over.run()));
    }

    private Map<String, Set<String>> order(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var order = new LinkedHashMap<String, Set<String>>();
        for (var resource : plan.template().resources()) {
            if (resource.condition().map(functions::holds).orElse(true)) {
                order.put(resource.key(), plan.template().before(resource));
            }
        }
        order.values().forEach(on -> on.retainAll(order.keySet()));
        return order;
    }

    /// What would be there: for each resource of the plan its type and what its properties come to, others only named.
    Map<String, Map<String, Object>> outline(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var outline = new LinkedHashMap<String, Map<String, Object>>();
        for (var resource : plan.template().resources()) {
            if (resource.condition().map(functions::holds).orElse(true)) {
                var body = new LinkedHashMap<String, Object>();
                body.put("Type", resource.type());
                body.put("Properties", functions.value(resource.properties()));
                body.put("Metadata", functions.value(map(resource.body().get("Metadata"))));
                outline.put(resource.key(), body);
            }
        }
        return outline;
    }

    /// What the outputs would come to, others only named.
    Map<String, Object> outlineOfOutputs(Stack stack, Stack.Plan plan) {
        return map(
                new Surroundings(stack, plan, types, exports, true)
                        .functions()
                        .value(withoutUntrue(stack, plan)));
    }

    private Map<String, Object> withoutUntrue(Stack stack, Stack.Plan plan) {
        var functions = new Surroundings(stack, plan, types, exports, true).functions();
        var outputs = plan.template().section("Outputs");
        outputs.values()
                .removeIf(o ->
                        map(o).get("Condition") instanceof String condition
                                && !functions.holds(condition));
        outputs.replaceAll((_, o) -> {
            var output = map(o);
            output.remove("Condition");
            return output;
        });
        return outputs;
    }

    private boolean tellOutputs(Stack stack) {
        var plan = java.util.Objects.requireNonNull(stack.plan);
        var functions = new Surroundings(stack, plan, types, exports, false).functions();
        stack.outputs.clear();
        withoutUntrue(stack, plan)
                .forEach((key, o) -> {
                    var output = map(functions.value(o));
                    var export = text(map(output.get("Export")).get("Name"));
                    stack.outputs.add(
                            Output.builder()
                                    .outputKey(key)
                                    .outputValue(text(output.get("Value")))
                                    .description(blankless(output.get("Description")))
                                    .exportName(export.isEmpty() ? null : export)
                                    .build());
                });
        return true;
    }

    private static @Nullable String blankless(@Nullable Object value) {
        var text = text(value);
        return text.isEmpty() ? null : text;
    }

    private static String didNot(String verb, List<String> failed, String more) {
        return "The following resource(s) failed to "
                + verb
                + ": ["
                + String.join(", ", failed)
                + "]."
                + more;
    }

    void stack(Stack stack, StackStatus status, String reason) {
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
                        .resourceStatusReason(blankless(reason))
                        .build());
    }

    private void event(Stack stack, Stack.Held held, ResourceStatus status, String reason) {
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
                        .resourceStatusReason(blankless(reason))
                        .build());
    }

    /// Brings each resource to what the plan says, whether it was there before or not.
    private final class Creating implements Flow.Work {
        private final Stack stack;
        private final Map<String, Thing> before;
        private final Map<String, Template.Declared> declared = new LinkedHashMap<>();
        private final Functions functions;

        Creating(Stack stack, Stack.Plan plan, Map<String, Thing> before) {
            this.stack = stack;
            this.before = before;
            plan.template().resources().forEach(r -> declared.put(r.key(), r));
            this.functions = new Surroundings(stack, plan, types, exports, false).functions();
        }

        private Map<String, Object> properties(String key) {
            return map(functions.value(of(key).properties()));
        }

        private Template.Declared of(String key) {
            return java.util.Objects.requireNonNull(declared.get(key));
        }

        private Stack.Held held(String key) {
            return stack.resources.computeIfAbsent(
                    key, k -> new Stack.Held(k, of(k).type(), time.now()));
        }

        private String print(String key) {
            return text(functions.value(map(of(key).body().get("Metadata"))));
        }

        @Override
        public @Nullable Duration begin(String key) {
            var held = held(key);
            var old = before.get(key);
            if (old == null) {
                held.fingerprint = print(key);
                event(stack, held, ResourceStatus.CREATE_IN_PROGRESS, "");
                return Duration.ofSeconds(maker.seconds(held.type));
            }
            var properties = properties(key);
            if (old.type().equals(of(key).type())
                    && old.properties().equals(properties)
                    && held.fingerprint.equals(print(key))) {
                return null;
            }
            held.fingerprint = print(key);
            event(
                    stack,
                    held,
                    ResourceStatus.UPDATE_IN_PROGRESS,
                    maker.replaces(old, properties)
                            ? "Requested update requires the creation of a new physical resource; hence creating one."
                            : "");
            return Duration.ofSeconds(maker.seconds(held.type));
        }

        @Override
        public void act(String key) {
            var held = held(key);
            var old = before.get(key);
            var properties = properties(key);
            boolean anew =
                    old == null
                            || !old.type().equals(of(key).type())
                            || maker.replaces(old, properties);
            if (!anew) {
                held.thing =
                        maker.change(stack, key, java.util.Objects.requireNonNull(old), properties);
                return;
            }
            held.thing = maker.make(stack, key, of(key).type(), properties);
            held.id = held.thing.id();
            event(
                    stack,
                    held,
                    old == null
                            ? ResourceStatus.CREATE_IN_PROGRESS
                            : ResourceStatus.UPDATE_IN_PROGRESS,
                    "Resource creation Initiated");
        }

        @Override
        public void end(String key) {
            event(
                    stack,
                    held(key),
                    before.containsKey(key)
                            ? ResourceStatus.UPDATE_COMPLETE
                            : ResourceStatus.CREATE_COMPLETE,
                    "");
        }

        @Override
        public void failed(String key, Refusal why) {
            event(
                    stack,
                    held(key),
                    before.containsKey(key)
                            ? ResourceStatus.UPDATE_FAILED
                            : ResourceStatus.CREATE_FAILED,
                    why.words());
        }

        @Override
        public void cancelled(String key) {
            failed(
                    key,
                    new Refusal(
                            "Cancelled",
                            before.containsKey(key)
                                    ? "Resource update cancelled"
                                    : "Resource creation cancelled"));
        }
    }

    /// Takes things away.
    private final class Removing implements Flow.Work {
        private final Stack stack;
        private final Map<String, Thing> goes;

        Removing(Stack stack, Map<String, Thing> goes) {
            this.stack = stack;
            this.goes = goes;
        }

        private Stack.Held held(String key) {
            var held = java.util.Objects.requireNonNull(stack.resources.get(key));
            var thing = java.util.Objects.requireNonNull(goes.get(key));
            if (held.thing == null || held.thing.id().equals(thing.id())) {
                return held;
            }
            var old = new Stack.Held(key, thing.type(), time.now());
            old.id = thing.id();
            return old;
        }

        @Override
        public @Nullable Duration begin(String key) {
            event(stack, held(key), ResourceStatus.DELETE_IN_PROGRESS, "");
            return Duration.ofSeconds(1);
        }

        @Override
        public void act(String key) {
            maker.remove(java.util.Objects.requireNonNull(goes.get(key)));
        }

        @Override
        public void end(String key) {
            var held = held(key);
            event(stack, held, ResourceStatus.DELETE_COMPLETE, "");
            if (stack.resources.get(key) == held) {
                held.thing = null;
            }
        }

        @Override
        public void failed(String key, Refusal why) {
            event(stack, held(key), ResourceStatus.DELETE_FAILED, why.words());
        }

        @Override
        public void cancelled(String key) {
            failed(key, new Refusal("Cancelled", "Resource deletion cancelled"));
        }
    }
}
