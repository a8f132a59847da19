package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;

/// Puts an action into a stage, last among those drawn there; its run order says in which row.
///
/// An action whose id is in use already is not added.
public record AddAction(StageId stage, Action action) implements Edit {
    @Override
    public String title() {
        return "Add " + action.name();
    }

    @Override
    public Design apply(Design before) {
        return before.action(action.id()).isPresent()
                ? before
                : before.withStage(stage, s -> s.plus(action));
    }
}
