package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Takes things away.
final class Removing implements Flow.Work {
    private final Stack stack;
    private final Map<String, Thing> goes;
    private final Maker maker;
    private final Chronicle chronicle;
    private final Timeline time;

    /// @param goes by the resource's key
    Removing(
            Stack stack, Map<String, Thing> goes, Maker maker, Chronicle chronicle, Timeline time) {
        this.stack = stack;
        this.goes = goes;
        this.maker = maker;
        this.chronicle = chronicle;
        this.time = time;
    }

    private Stack.Held held(String key) {
        var held = Objects.requireNonNull(stack.resources.get(key));
        var thing = Objects.requireNonNull(goes.get(key));
        if (held.thing == null || held.thing.id().equals(thing.id())) {
            return held;
        }
        var old = new Stack.Held(key, thing.type(), time.now());
        old.id = thing.id();
        return old;
    }

    @Override
    public @Nullable Duration begin(String key) {
        chronicle.tell(stack, held(key), ResourceStatus.DELETE_IN_PROGRESS, "");
        return Duration.ofSeconds(1);
    }

    @Override
    public void act(String key) {
        maker.remove(Objects.requireNonNull(goes.get(key)));
    }

    @Override
    public void end(String key) {
        var held = held(key);
        chronicle.tell(stack, held, ResourceStatus.DELETE_COMPLETE, "");
        if (stack.resources.get(key) == held) {
            held.thing = null;
        }
    }

    @Override
    public void failed(String key, Refusal why) {
        chronicle.tell(stack, held(key), ResourceStatus.DELETE_FAILED, why.words());
    }

    @Override
    public void cancelled(String key) {
        failed(key, new Refusal("Cancelled", "Resource deletion cancelled"));
    }
}
