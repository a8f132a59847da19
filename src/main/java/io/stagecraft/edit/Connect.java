package io.stagecraft.edit;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

import java.util.ArrayList;

/// Draws a wire: the action reads the artifact, last among its inputs.
public record Connect(String artifact, ActionId consumer) implements Edit {
    @Override
    public String title() {
        return "Connect " + artifact;
    }

    @Override
    public String title(Design before) {
        return before.action(consumer).map(a -> title() + " to " + a.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.withAction(
                consumer,
                a -> {
                    if (a.inputs().contains(artifact)) {
                        return a;
                    }
                    var inputs = new ArrayList<>(a.inputs());
                    inputs.add(artifact);
                    return a.withInputs(inputs);
                });
    }
}
