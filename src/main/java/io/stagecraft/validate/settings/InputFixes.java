package io.stagecraft.validate.settings;

import io.stagecraft.edit.Connect;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Mends for settings that name an artifact which the action does not read.
final class InputFixes {
    private InputFixes() {}

    /// Connects the artifact where it is there by then, or names one that is read.
    static List<Fix> of(Drawing drawing, Setting s, String artifact, UnaryOperator<String> value) {
        var fixes = new ArrayList<Fix>();
        var room = s.action().inputs().size() < s.spec().inputs().max();
        if (room && drawing.flow().availableTo(s.action().id()).contains(artifact)) {
            fixes.add(new Fix("Connect " + artifact, new Connect(artifact, s.action().id())));
        }
        s.action()
                .inputs()
                .forEach(i ->
                        fixes.add(
                                new Fix(
                                        "Use " + i,
                                        new SetSetting(
                                                s.action().id(),
                                                s.field().key(),
                                                value.apply(i)))));
        return fixes;
    }
}
