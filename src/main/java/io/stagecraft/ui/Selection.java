package io.stagecraft.ui;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is selected on the canvas. No part of the design, so Undo leaves it be.
public record Selection(List<Item> items) {
    /// Nothing is selected: the inspector shows the pipeline.
    public static final Selection NONE = new Selection(List.of());

    /// One selected thing.
    public sealed interface Item {}

    public record OfAction(ActionId id) implements Item {}

    public record OfStage(StageId id) implements Item {}

    /// The arrow into a stage.
    public record OfTransition(StageId into) implements Item {}

    /// The wire that brings an artifact to an action.
    public record OfWire(String artifact, ActionId consumer) implements Item {}

    public Selection {
        items = List.copyOf(items);
    }

    public static Selection of(Item item) {
        return new Selection(List.of(item));
    }

    public boolean contains(Item item) {
        return items.contains(item);
    }

    /// With `item` where it was not, without it where it was: Shift and a click.
    public Selection toggled(Item item) {
        var changed = new ArrayList<>(items);
        if (!changed.remove(item)) {
            changed.add(item);
        }
        return new Selection(changed);
    }

    public Set<ActionId> actions() {
        var ids = new LinkedHashSet<ActionId>();
        items.forEach(i -> {
            if (i instanceof OfAction(var id)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
