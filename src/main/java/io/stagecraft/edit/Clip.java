package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What was copied: some actions, or some stages with all they hold.
public sealed interface Clip {
    /// Actions of one or more stages.
    ///
    /// @param actions with run orders from 1 on, without gaps, in the order in which they would run
    record Actions(List<Action> actions) implements Clip {
        public Actions {
            actions = List.copyOf(actions);
        }
    }

    /// Whole stages, left to right.
    record Stages(List<Stage> stages) implements Clip {
        public Stages {
            stages = List.copyOf(stages);
        }
    }

    /// Copies the stages, or where none is given, the actions.
    static Clip of(Design design, Set<ActionId> actions, Set<StageId> stages) {
        return stages.isEmpty()
                ? new Actions(inRows(design, a -> actions.contains(a.id())))
                : new Stages(
                        design.stages().stream().filter(s -> stages.contains(s.id())).toList());
    }

    private static List<Action> inRows(Design design, Predicate<Action> chosen) {
        var copied = new ArrayList<Action>();
        var row = 0;
        for (var stage : design.stages()) {
            for (var actions : stage.rows()) {
                var some = actions.stream().filter(chosen).toList();
                if (!some.isEmpty()) {
                    row++;
                    for (var action : some) {
                        copied.add(action.withRunOrder(Math.min(row, Rows.LAST)));
                    }
                }
            }
        }
        return copied;
    }
}
