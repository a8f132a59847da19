package io.stagecraft.edit;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

/// Takes a wire away: the action no longer reads the artifact.
public record Disconnect(String artifact, ActionId consumer) implements Edit {
    @Override
    public String title() {
        return "Disconnect " + artifact;
    }

    @Override
    public String title(Design before) {
        return before.action(consumer).map(a -> title() + " from " + a.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.withAction(
                consumer,
                a -> a.withInputs(a.inputs().stream().filter(i -> !i.equals(artifact)).toList()));
    }
}
