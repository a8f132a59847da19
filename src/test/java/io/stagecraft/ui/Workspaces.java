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
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

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
        return empty(name, Background.direct());
    }

    /// The same, with its work done by `background`.
    public static Workspace empty(String name, Background background) {
        var design = Design.empty(name);
        return new Workspace(NOTHING, _ -> List.of(), Workspaces::nothing, background, design);
    }

    /// Keeps work until it is taken from `waiting` and run.
    public static Background later(Queue<Runnable> waiting) {
        return new Background() {
            @Override
            public <T> void run(
                    Callable<T> work,
                    Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                waiting.add(() -> Background.direct().run(work, done, failed));
            }

            @Override
            public void onScreen(Runnable action) {
                waiting.add(action);
            }
        };
    }

    private static Blueprint nothing(Design design) {
        var stack = new StackPlan(design.name(), design.home(), List.of(), List.of(), List.of());
        return new Blueprint(design.name(), List.of(stack), List.of());
    }
}
