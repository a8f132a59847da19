package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives a stack's resources back as they were before an update; what cannot be given back can be tried again, or skipped.
///
/// @param before what was there, by the resource's key
/// @param made what was there when the update failed
record Undoing(
        Stack stack,
        Map<String, Thing> before,
        Map<String, Thing> made,
        Maker maker,
        Chronicle chronicle) {
    /// Gives back all it can.
    ///
    /// @param skipped keys of resources to be left as they are
    /// @return the keys of those that could not be given back
    List<String> all(Set<String> skipped) {
        var failed = new ArrayList<String>();
        for (var held : List.copyOf(stack.resources.values())) {
            var old = before.get(held.key);
            if (old == null) {
                continue;
            }
            try {
                if (!skipped.contains(held.key)) {
                    one(held, held.thing, old);
                }
                settle(held);
            } catch (Refusal why) {
                failed.add(held.key);
                chronicle.tell(stack, held, ResourceStatus.UPDATE_FAILED, why.words());
            }
        }
        return failed;
    }

    private void one(Stack.Held held, @Nullable Thing now, Thing old) {
        if (now != null
                && now.id().equals(old.id())
                && !now.properties().equals(old.properties())) {
            chronicle.tell(stack, held, ResourceStatus.UPDATE_IN_PROGRESS, "");
            maker.change(stack, held.key, now, old.properties());
            chronicle.tell(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
        }
        held.thing = old;
        held.id = old.id();
    }

    private void settle(Stack.Held held) {
        if (held.status != ResourceStatus.UPDATE_COMPLETE
                && held.status != ResourceStatus.CREATE_COMPLETE) {
            chronicle.tell(stack, held, ResourceStatus.UPDATE_COMPLETE, "");
        }
    }

    /// What the update made and nobody needs now, by the resource's key.
    Map<String, Thing> leftOver() {
        var goes = new LinkedHashMap<String, Thing>();
        made.forEach((key, thing) -> {
            var old = before.get(key);
            if (old == null || !old.id().equals(thing.id())) {
                goes.put(key, thing);
            }
        });
        return goes;
    }
}
