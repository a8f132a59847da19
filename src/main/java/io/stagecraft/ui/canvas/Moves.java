package io.stagecraft.ui.canvas;

import io.stagecraft.edit.AddStage;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.MoveAction;
import io.stagecraft.edit.Place;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Moves actions together: what ran side by side still does, what ran one after the other still does.
record Moves(Design design, Set<ActionId> actions) {
    Edit to(DropPlaces.Target target) {
        return switch (target) {
            case DropPlaces.Target.OnArrow(var into) -> to(before(into));
            case DropPlaces.Target.At(var place) -> to(place);
        };
    }

    Edit to(Place place) {
        return switch (place) {
            case Place.Row(var stage, var order, var index, var fresh) ->
                    one(steps(stage, order, index, fresh));
            case Place.Below(var stage) -> one(steps(stage, last(stage) + 1, 999, true));
            case Place.Gap(var index) -> apart(index);
        };
    }

    private Place before(StageId into) {
        int first =
                design.stage(into).map(Stage::actions).orElse(List.of()).stream()
                        .mapToInt(Action::runOrder)
                        .min()
                        .orElse(1);
        return new Place.Row(into, first, 0, true);
    }

    private int last(StageId stage) {
        return design.stage(stage).map(Stage::actions).orElse(List.of()).stream()
                .mapToInt(Action::runOrder)
                .max()
                .orElse(0);
    }

    private Edit apart(int index) {
        var moved = rows().stream().flatMap(List::stream).toList();
        if (moved.isEmpty()) {
            return new Several("Move");
        }
        var name = freeName(design, moved.getFirst().type().category().word());
        var stage = Stage.of(design.nextStageId(), name, List.of());
        var edits = new ArrayList<Edit>();
        edits.add(new AddStage(index, stage));
        edits.addAll(steps(stage.id(), 1, 0, true));
        return new Several(title() + " to a new stage", edits);
    }

    private Edit one(List<Edit> steps) {
        return steps.size() == 1 ? steps.getFirst() : new Several(title(), steps);
    }

    private String title() {
        return actions.size() == 1
                ? "Move " + rows().getFirst().getFirst().name()
                : "Move " + actions.size() + " actions";
    }

    private List<Edit> steps(StageId stage, int order, int index, boolean fresh) {
        var steps = new ArrayList<Edit>();
        int at = index;
        int row = order;
        for (var side : rows()) {
            boolean opens = fresh;
            for (var action : side) {
                steps.add(new MoveAction(action.id(), stage, row, at++, opens));
                opens = false;
            }
            row += fresh ? 1 : 0;
        }
        return steps;
    }

    private List<List<Action>> rows() {
        return design.stages().stream()
                .flatMap(s -> s.rows().stream())
                .map(r -> r.stream().filter(a -> actions.contains(a.id())).toList())
                .filter(r -> !r.isEmpty())
                .toList();
    }

    /// `word`, numbered where a stage has that name.
    static String freeName(Design design, String word) {
        var taken = design.stages().stream().map(Stage::name).toList();
        var name = word;
        for (int i = 2; taken.contains(name); i++) {
            name = word + i;
        }
        return name;
    }
}
