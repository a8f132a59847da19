package io.stagecraft.edit;

import io.stagecraft.model.Design;

/// Lets a rule speak again that was switched off for this design.
public record Unwaive(String rule) implements Edit {
    @Override
    public String title() {
        return "Switch on " + rule;
    }

    @Override
    public Design apply(Design before) {
        return before.withWaivers(
                before.waivers().stream().filter(w -> !w.rule().equals(rule)).toList());
    }
}
