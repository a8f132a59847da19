package io.stagecraft.edit;

import io.stagecraft.model.Design;

/// Gives the pipeline another name.
public record RenameDesign(String name) implements Edit {
    @Override
    public String title() {
        return "Rename pipeline to " + name;
    }

    @Override
    public Design apply(Design before) {
        return before.withName(name);
    }
}
