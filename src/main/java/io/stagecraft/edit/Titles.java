package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.Stage;

import java.util.List;

/// What the Undo menu calls one thing or several.
final class Titles {
    private Titles() {}

    static String of(List<String> names) {
        return names.size() == 1 ? names.getFirst() : names.size() + " things";
    }

    static String of(Clip clip) {
        return switch (clip) {
            case Clip.Actions(var actions) -> of(actions.stream().map(Action::name).toList());
            case Clip.Stages(var stages) -> of(stages.stream().map(Stage::name).toList());
        };
    }
}
