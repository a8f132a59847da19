package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;

/// Puts a stage between others.
///
/// A stage whose id, or that of one of its actions, is in use already is not added.
///
/// @param index where it stands afterwards, from 0; one out of range means the nearest end
public record AddStage(int index, Stage stage) implements Edit {
    @Override
    public String title() {
        return "Add stage " + stage.name();
    }

    @Override
    public Design apply(Design before) {
        var known =
                before.stage(stage.id()).isPresent()
                        || stage.actions().stream()
                                .anyMatch(a -> before.action(a.id()).isPresent());
        return known
                ? before
                : before.plusStage(Math.clamp(index, 0, before.stages().size()), stage);
    }
}
