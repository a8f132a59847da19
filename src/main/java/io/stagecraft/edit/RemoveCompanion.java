package io.stagecraft.edit;

import io.stagecraft.model.Design;

/// Takes a companion away. Settings that point at it still do: the rules tell.
public record RemoveCompanion(String name) implements Edit {
    @Override
    public String title() {
        return "Remove " + name;
    }

    @Override
    public Design apply(Design before) {
        return before.withCompanions(
                before.companions().stream().filter(c -> !c.name().equals(name)).toList());
    }
}
