package io.stagecraft.ui.canvas;

import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;

import java.util.Optional;

/// Where something new goes that was not dropped anywhere: after what is selected.
record Additions(Design design, Selection selection) {
    Place place(ActionType type) {
        if (design.stages().isEmpty()) {
            return new Place.Gap(0);
        }
        var first = design.stages().getFirst();
        if (type.isSource()) {
            return isOfSources(first)
                    ? new Place.Row(first.id(), order(first), first.actions().size(), false)
                    : new Place.Gap(0);
        }
        if (selection.items().isEmpty()) {
            return below(design.stages().getLast());
        }
        return switch (selection.items().getLast()) {
            case Selection.OfAction(var id) -> after(id);
            case Selection.OfStage(var id) ->
                    below(design.stage(id).orElse(design.stages().getLast()));
            case Selection.OfTransition(var into) -> new Place.Gap(index(into));
            case Selection.OfWire(_, var consumer) -> after(consumer);
        };
    }

    /// The stage of what is selected; none is the last one.
    Optional<StageId> stage() {
        return selection.items().isEmpty()
                ? Optional.empty()
                : switch (selection.items().getLast()) {
                    case Selection.OfAction(var id) -> design.stageOf(id).map(Stage::id);
                    case Selection.OfStage(var id) -> Optional.of(id);
                    case Selection.OfTransition(var into) -> Optional.of(into);
                    case Selection.OfWire(_, var consumer) ->
                            design.stageOf(consumer).map(Stage::id);
                };
    }

    private Place after(ActionId id) {
        var stage = design.stageOf(id);
        if (stage.isEmpty()) {
            return below(design.stages().getLast());
        }
        if (isOfSources(stage.get())) {
            return below(stage.get());
        }
        int order = design.action(id).map(Action::runOrder).orElse(0) + 1;
        return new Place.Row(stage.get().id(), order, stage.get().actions().size(), true);
    }

    /// Below all in a stage; but a stage of sources takes nothing else, so then into one of its own after it.
    private Place below(Stage stage) {
        if (!isOfSources(stage)) {
            return new Place.Below(stage.id());
        }
        int next = index(stage.id()) + 1;
        return new Place.Gap(next);
    }

    private static boolean isOfSources(Stage stage) {
        return !stage.actions().isEmpty()
                && stage.actions().stream().allMatch(a -> a.type().isSource());
    }

    private static int order(Stage stage) {
        return stage.actions().stream().mapToInt(Action::runOrder).min().orElse(1);
    }

    private int index(StageId id) {
        return design.stages().stream().map(Stage::id).toList().indexOf(id);
    }
}
