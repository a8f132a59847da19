package io.stagecraft.edit;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;

import java.util.Optional;

/// Takes an environment away; what works or lives there comes home. The pipeline's own one stays.
public record RemoveEnvironment(EnvironmentId environment) implements Edit {
    @Override
    public String title() {
        return "Remove environment";
    }

    @Override
    public String title(Design before) {
        return before.environment(environment)
                .map(Environment::name)
                .map(n -> "Remove environment " + n)
                .orElse(title());
    }

    @Override
    public Design apply(Design before) {
        if (before.home().id().equals(environment) || before.environment(environment).isEmpty()) {
            return before;
        }
        return Rewrite.everywhere(before, a -> a.withEnvironment(kept(a.environment())), r -> r)
                .withCompanions(before.companions().stream().map(this::home).toList())
                .withEnvironments(
                        before.environments().stream()
                                .filter(e -> !e.id().equals(environment))
                                .toList());
    }

    private Companion home(Companion companion) {
        return companion.withEnvironment(kept(companion.environment()));
    }

    private Optional<EnvironmentId> kept(Optional<EnvironmentId> id) {
        return id.filter(e -> !e.equals(environment));
    }
}
