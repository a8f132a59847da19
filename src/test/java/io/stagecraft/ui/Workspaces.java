package io.stagecraft.ui;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Design;
import io.stagecraft.ui.kit.Background;

import java.util.List;
import java.util.Optional;

/// Workspaces for tests: everything happens at once, on the thread that asks.
public final class Workspaces {
    private static final ActionCatalog NOTHING =
            new ActionCatalog() {
                @Override
                public Optional<ActionSpec> find(ActionType type) {
                    return Optional.empty();
                }

                @Override
                public List<ActionSpec> all() {
                    return List.of();
                }
            };

    private Workspaces() {}

    /// A workspace without catalogue, rules or plans.
    public static Workspace empty(String name) {
        var design = Design.empty(name);
        return new Workspace(
                NOTHING, _ -> List.of(), Workspaces::nothing, Background.direct(), design);
    }

    private static Blueprint nothing(Design design) {
        var stack = new StackPlan(design.name(), design.home(), List.of(), List.of(), List.of());
        return new Blueprint(design.name(), List.of(stack), List.of());
    }
}
