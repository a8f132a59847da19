package io.stagecraft.blueprint;

import io.stagecraft.iam.Holder;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which actions and rules run under which role, as `Deploy/Api`; not those that run under the pipeline's because they name none.
final class Runs {
    private final Map<Holder, List<String>> byHolder = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    Runs(Design design, Views views) {
        for (var stage : design.stages()) {
            for (var action : stage.actions()) {
                if (action.role().isPresent()) {
                    var at = stage.name() + "/" + action.name();
                    add(byHolder, views.ownRole(action), at);
                    views.roleName(action).ifPresent(name -> add(byName, name, at));
                }
            }
            stage.conditions()
                    .flatMap(condition -> condition.rules().stream())
                    .filter(rule -> views.roleOf(rule).isPresent())
                    .forEach(rule ->
                            add(byHolder, views.ownRole(rule), stage.name() + "/" + rule.name()));
        }
    }

    private static <K> void add(Map<K, List<String>> runs, K role, String at) {
        runs.computeIfAbsent(role, _ -> new ArrayList<>()).add(at);
    }

    /// As drawn.
    List<String> under(Holder holder) {
        return byHolder.getOrDefault(holder, List.of());
    }

    /// The same for a role that comes with the design for an action, by its name.
    List<String> under(String name) {
        return byName.getOrDefault(name, List.of());
    }
}
