package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts copies of a clip into the design, with ids and names of their own.
///
/// @param at the stage that takes the actions in new last rows, or after which the stages come; none is the last one
public record Paste(Clip clip, Optional<StageId> at, ActionCatalog catalog) implements Edit {
    @Override
    public String title() {
        return "Paste " + Titles.of(clip);
    }

    @Override
    public Design apply(Design before) {
        return switch (clip) {
            case Clip.Actions(var actions) -> actions(before, actions);
            case Clip.Stages(var stages) -> stages(before, stages);
        };
    }

    private Design actions(Design before, List<Action> actions) {
        var stage = at.isEmpty() ? last(before) : before.stage(at.get());
        if (stage.isEmpty()) {
            return before;
        }
        var copies = new Copies(before, actions, catalog);
        var names = Copies.names(stage.get());
        var below = stage.get().actions().stream().mapToInt(Action::runOrder).max().orElse(0);
        var all = new ArrayList<>(stage.get().actions());
        for (var action : actions) {
            var row = Math.clamp((long) below + action.runOrder(), 1, Rows.LAST);
            all.add(copies.of(action, names).withRunOrder(row));
        }
        return before.withStage(stage.get().id(), s -> s.withActions(all));
    }

    private Design stages(Design before, List<Stage> stages) {
        if (at.isPresent() && before.stage(at.get()).isEmpty()) {
            return before;
        }
        var copies =
                new Copies(
                        before,
                        stages.stream().flatMap(s -> s.actions().stream()).toList(),
                        catalog);
        var names = Copies.names(before);
        var all = new ArrayList<>(before.stages());
        var index = at.flatMap(before::stage).map(s -> all.indexOf(s) + 1).orElse(all.size());
        for (var stage : stages) {
            all.add(index++, copies.of(stage, names));
        }
        return before.withStages(all);
    }

    private static Optional<Stage> last(Design design) {
        return design.stages().isEmpty()
                ? Optional.empty()
                : Optional.of(design.stages().getLast());
    }
}
