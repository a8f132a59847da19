package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.Waiver;

import java.util.ArrayList;

/// Switches a rule's advice off for this design; a second time changes the reason.
public record Waive(Waiver waiver) implements Edit {
    @Override
    public String title() {
        return "Switch off " + waiver.rule();
    }

    @Override
    public Design apply(Design before) {
        var waivers = new ArrayList<>(before.waivers());
        waivers.removeIf(w -> w.rule().equals(waiver.rule()));
        waivers.add(waiver);
        return before.withWaivers(waivers);
    }
}
