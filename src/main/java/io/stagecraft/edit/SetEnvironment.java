package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;

import java.util.ArrayList;

/// Puts an environment into the place of the one with its id, or last where there is none.
public record SetEnvironment(Environment environment) implements Edit {
    @Override
    public String title() {
        return "Set environment " + environment.name();
    }

    @Override
    public String title(Design before) {
        return before.environment(environment.id()).isEmpty()
                ? "Add environment " + environment.name()
                : title();
    }

    @Override
    public Design apply(Design before) {
        var environments = new ArrayList<>(before.environments());
        before.environment(environment.id())
                .ifPresentOrElse(
                        old -> environments.set(environments.indexOf(old), environment),
                        () -> environments.add(environment));
        return before.withEnvironments(environments);
    }
}
