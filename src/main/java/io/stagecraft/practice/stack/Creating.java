package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Brings each resource to what the plan says, whether it was there before or not.
final class Creating implements Flow.Work {
    private final Stack stack;
    private final Map<String, Thing> before;
    private final Map<String, Template.Declared> declared = new LinkedHashMap<>();
    private final Functions functions;
    private final Maker maker;
    private final Chronicle chronicle;
    private final Timeline time;

    /// @param before what is there already, by the resource's key
    Creating(
            Stack stack,
            Stack.Plan plan,
            Map<String, Thing> before,
            Functions functions,
            Maker maker,
            Chronicle chronicle,
            Timeline time) {
        this.stack = stack;
        this.before = before;
        plan.template().resources().forEach(r -> declared.put(r.key(), r));
        this.functions = functions;
        this.maker = maker;
        this.chronicle = chronicle;
        this.time = time;
    }

    private Map<String, Object> properties(String key) {
        return map(functions.value(of(key).properties()));
    }

    private Template.Declared of(String key) {
        return Objects.requireNonNull(declared.get(key));
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
            chronicle.tell(stack, held, ResourceStatus.CREATE_IN_PROGRESS, "");
            return Duration.ofSeconds(maker.seconds(held.type));
        }
        var properties = properties(key);
        if (old.properties().equals(properties) && held.fingerprint.equals(print(key))) {
            return null;
        }
        refuseUnlessAllowed(key, held.type, maker.replaces(old, properties));
        held.fingerprint = print(key);
        chronicle.tell(
                stack,
                held,
                ResourceStatus.UPDATE_IN_PROGRESS,
                maker.replaces(old, properties)
                        ? "Requested update requires the creation of a new physical resource; hence"
                                + " creating one."
                        : "");
        return Duration.ofSeconds(maker.seconds(held.type));
    }

    @Override
    public void act(String key) {
        var held = held(key);
        var old = before.get(key);
        var properties = properties(key);
        if (old != null && !maker.replaces(old, properties)) {
            held.thing = maker.change(stack, key, old, properties);
            return;
        }
        held.thing = maker.make(stack, key, of(key).type(), properties);
        held.id = held.thing.id();
        chronicle.tell(
                stack,
                held,
                old == null ? ResourceStatus.CREATE_IN_PROGRESS : ResourceStatus.UPDATE_IN_PROGRESS,
                "Resource creation Initiated");
    }

    @Override
    public void end(String key) {
        boolean isNew = !before.containsKey(key);
        chronicle.tell(
                stack,
                held(key),
                isNew ? ResourceStatus.CREATE_COMPLETE : ResourceStatus.UPDATE_COMPLETE,
                isNew ? maker.told(held(key).type) : "");
    }

    @Override
    public void failed(String key, Refusal why) {
        chronicle.tell(
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

    private void refuseUnlessAllowed(String key, String type, boolean anew) {
        var act = anew ? StackPolicy.Act.REPLACE : StackPolicy.Act.MODIFY;
        stack.judging
                .flatMap(p -> p.whyNot(act, key, type))
                .ifPresent(why -> {
                    throw new Refusal("StackPolicy", why);
                });
    }
}
