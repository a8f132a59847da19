package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;

/// Moves an action to a row of a stage, its own or another; its wiring stays.
///
/// @param runOrder the row, 1–999
/// @param index where among the drawn actions of that stage it stands afterwards, from 0; one out of range means the nearest end
/// @param newRow whether the row is to be its own: a row that has the run order already is pushed down
public record MoveAction(ActionId action, StageId to, int runOrder, int index, boolean newRow)
        implements Edit {
    @Override
    public String title() {
        return "Move action";
    }

    @Override
    public String title(Design before) {
        var name = before.action(action).map(Action::name);
        var from = before.stageOf(action);
        var stage = before.stage(to);
        if (name.isEmpty() || stage.isEmpty()) {
            return title();
        }
        return from.equals(stage)
                ? "Move " + name.get()
                : "Move " + name.get() + " to " + stage.get().name();
    }

    @Override
    public Design apply(Design before) {
        var moved = before.action(action);
        if (moved.isEmpty() || before.stage(to).isEmpty()) {
            return before;
        }
        return before.withStage(before.stageOf(action).orElseThrow().id(), s -> s.minus(action))
                .withStage(to, s -> placed(s, moved.get()));
    }

    private Stage placed(Stage stage, Action moved) {
        var row =
                newRow
                        ? Rows.free(stage.actions(), runOrder)
                        : new Rows.Freed(stage.actions(), runOrder);
        var actions = new ArrayList<>(row.actions());
        actions.add(Math.clamp(index, 0, actions.size()), moved.withRunOrder(row.runOrder()));
        return stage.withActions(actions);
    }
}
