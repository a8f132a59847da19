package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Copies actions beside themselves, in their own rows; or where stages are given, those, after the last of them.
public record Duplicate(Set<ActionId> actions, Set<StageId> stages, ActionCatalog catalog)
        implements Edit {
    public Duplicate {
        actions = Set.copyOf(actions);
        stages = Set.copyOf(stages);
    }

    @Override
    public String title() {
        return "Duplicate";
    }

    @Override
    public String title(Design before) {
        return "Duplicate " + Titles.of(Clip.of(before, actions, stages));
    }

    @Override
    public Design apply(Design before) {
        if (stages.isEmpty()) {
            return beside(before);
        }
        return before.stages().stream()
                .filter(s -> stages.contains(s.id()))
                .reduce((_, second) -> second)
                .map(last ->
                        new Paste(
                                        Clip.of(before, Set.of(), stages),
                                        Optional.of(last.id()),
                                        catalog)
                                .apply(before))
                .orElse(before);
    }

    private Design beside(Design before) {
        var originals = before.actions().filter(a -> actions.contains(a.id())).toList();
        var copies = new Copies(before, originals, catalog);
        return before.withStages(before.stages().stream().map(s -> doubled(s, copies)).toList());
    }

    private Stage doubled(Stage stage, Copies copies) {
        var names = Copies.names(stage);
        List<Action> all = new ArrayList<>();
        for (var action : stage.actions()) {
            all.add(action);
            if (actions.contains(action.id())) {
                all.add(copies.of(action, names));
            }
        }
        return stage.withActions(all);
    }
}
