package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.function.UnaryOperator;

/// Any change to one stage that has no edit of its own; its id stays.
///
/// @param title what the Undo menu says
public record ChangeStage(StageId stage, String title, UnaryOperator<Stage> change)
        implements Edit {
    @Override
    public Design apply(Design before) {
        return before.withStage(stage, s -> change.apply(s).withId(stage));
    }
}
