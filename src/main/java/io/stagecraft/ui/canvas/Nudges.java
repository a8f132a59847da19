package io.stagecraft.ui.canvas;

import io.stagecraft.edit.Edit;
import io.stagecraft.edit.MoveAction;
import io.stagecraft.edit.MoveStage;
import io.stagecraft.edit.Place;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.ui.Selection;

import java.util.List;
import java.util.Optional;

/// The keyboard's moves. Up and down go through every place there is: into the next row, then between it and the one
/// after, and so on; left and right go to the neighbouring stage.
record Nudges(Design design, Selection selection) {
    Optional<Edit> edit(Nudge nudge) {
        if (selection.items().isEmpty()) {
            return Optional.empty();
        }
        return switch (selection.items().getFirst()) {
            case Selection.OfStage(var id) -> design.stage(id).flatMap(s -> stage(s, nudge));
            case Selection.OfAction(var id) ->
                    design.action(id)
                            .flatMap(a -> design.stageOf(id).flatMap(s -> action(a, s, nudge)));
            case Selection.OfTransition _, Selection.OfWire _ -> Optional.empty();
        };
    }

    private Optional<Edit> stage(Stage stage, Nudge nudge) {
        int at = design.stages().indexOf(stage);
        return switch (nudge) {
            case LEFT, EARLIER ->
                    at == 0 ? Optional.empty() : Optional.of(new MoveStage(stage.id(), at - 1));
            case RIGHT, LATER ->
                    at == design.stages().size() - 1
                            ? Optional.empty()
                            : Optional.of(new MoveStage(stage.id(), at + 1));
            case UP, DOWN -> Optional.empty();
        };
    }

    private Optional<Edit> action(Action action, Stage stage, Nudge nudge) {
        return switch (nudge) {
            case UP -> up(action, stage);
            case DOWN -> down(action, stage);
            case LEFT -> beyond(action, stage, -1);
            case RIGHT -> beyond(action, stage, 1);
            case EARLIER -> within(action, stage, -1);
            case LATER -> within(action, stage, 1);
        };
    }

    private Optional<Edit> up(Action action, Stage stage) {
        int row = rowOf(action, stage);
        if (selection.actions().size() > 1 || stage.rows().get(row).size() > 1) {
            return row(stage, action.runOrder(), true);
        }
        return row == 0
                ? Optional.empty()
                : row(stage, stage.rows().get(row - 1).getFirst().runOrder(), false);
    }

    private Optional<Edit> down(Action action, Stage stage) {
        int row = rowOf(action, stage);
        if (selection.actions().size() > 1 || stage.rows().get(row).size() > 1) {
            return row(stage, action.runOrder() + 1, true);
        }
        return row == stage.rows().size() - 1
                ? Optional.empty()
                : row(stage, stage.rows().get(row + 1).getFirst().runOrder(), false);
    }

    private Optional<Edit> row(Stage stage, int order, boolean fresh) {
        return Optional.of(
                new Moves(design, selection.actions())
                        .to(new Place.Row(stage.id(), order, stage.actions().size(), fresh)));
    }

    private Optional<Edit> beyond(Action action, Stage stage, int step) {
        int at = design.stages().indexOf(stage) + step;
        if (at < 0) {
            return Optional.empty();
        }
        if (at == design.stages().size()) {
            return stage.actions().size() == 1
                    ? Optional.empty()
                    : Optional.of(new Moves(design, selection.actions()).to(new Place.Gap(at)));
        }
        var next = design.stages().get(at);
        int row = rowOf(action, stage);
        return Optional.of(
                new Moves(design, selection.actions())
                        .to(
                                row < next.rows().size()
                                        ? new Place.Row(
                                                next.id(),
                                                next.rows().get(row).getFirst().runOrder(),
                                                next.actions().size(),
                                                false)
                                        : new Place.Below(next.id())));
    }

    private static Optional<Edit> within(Action action, Stage stage, int step) {
        var row = stage.rows().get(rowOf(action, stage));
        int at = row.indexOf(action) + step;
        if (at < 0 || at >= row.size()) {
            return Optional.empty();
        }
        int index = stage.actions().indexOf(row.get(at));
        return Optional.of(
                new MoveAction(action.id(), stage.id(), action.runOrder(), index, false));
    }

    private static int rowOf(Action action, Stage stage) {
        List<List<Action>> rows = stage.rows();
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).contains(action)) {
                return r;
            }
        }
        return 0;
    }
}
