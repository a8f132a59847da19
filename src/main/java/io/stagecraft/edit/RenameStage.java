package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;

/// Gives a stage another name.
public record RenameStage(StageId stage, String name) implements Edit {
    @Override
    public String title() {
        return "Rename stage to " + name;
    }

    @Override
    public Design apply(Design before) {
        return before.withStage(stage, s -> s.withName(name));
    }
}
