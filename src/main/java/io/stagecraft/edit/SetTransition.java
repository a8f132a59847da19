package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;

/// Opens or closes the arrow into a stage.
public record SetTransition(StageId into, Transition transition) implements Edit {
    @Override
    public String title() {
        return switch (transition) {
            case Transition.Open() -> "Enable transition";
            case Transition.Closed _ -> "Disable transition";
        };
    }

    @Override
    public String title(Design before) {
        return before.stage(into).map(s -> title() + " into " + s.name()).orElse(title());
    }

    @Override
    public Design apply(Design before) {
        return before.withStage(into, s -> s.withInbound(transition));
    }
}
