package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes things away.
final class Removing implements Flow.Work {
    private final Stack stack;
    private final Map<String, Thing> goes;
    private final Map<String, Set<String>> users;
    private final Set<String> stays = new HashSet<>();
    private final List<String> refused = new ArrayList<>();
    private final Maker maker;
    private final Chronicle chronicle;
    private final Timeline time;

    /// @param goes by the resource's key
    /// @param users what has to go before each
    Removing(
            Stack stack,
            Map<String, Thing> goes,
            Map<String, Set<String>> users,
            Maker maker,
            Chronicle chronicle,
            Timeline time) {
        this.stack = stack;
        this.goes = goes;
        this.users = users;
        this.maker = maker;
        this.chronicle = chronicle;
        this.time = time;
    }

    /// The keys of what its service would not let go.
    List<String> refused() {
        return refused;
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
        if (users.getOrDefault(key, Set.of()).stream().anyMatch(stays::contains)) {
            stays.add(key); // something that stays needs it
            return null;
        }
        chronicle.tell(stack, held(key), ResourceStatus.DELETE_IN_PROGRESS, "");
        return Duration.ofSeconds(1);
    }

    @Override
    public void act(String key) {
        try {
            maker.remove(Objects.requireNonNull(goes.get(key)));
        } catch (Refusal why) {
            stays.add(key); // the others go all the same
            refused.add(key);
            failed(key, why);
        }
    }

    @Override
    public void end(String key) {
        if (stays.contains(key)) {
            return;
        }
        var held = held(key);
        chronicle.tell(stack, held, ResourceStatus.DELETE_COMPLETE, "");
        held.thing = null;
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
