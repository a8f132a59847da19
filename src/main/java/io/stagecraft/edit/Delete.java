package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.Set;
import java.util.stream.Stream;

/// Takes actions and whole stages away. Whoever read their artifacts or variables still says so: the rules tell.
public record Delete(Set<ActionId> actions, Set<StageId> stages) implements Edit {
    public Delete {
        actions = Set.copyOf(actions);
        stages = Set.copyOf(stages);
    }

    @Override
    public String title() {
        return "Delete";
    }

    @Override
    public String title(Design before) {
        var names =
                Stream.concat(
                                before.stages().stream()
                                        .filter(s -> stages.contains(s.id()))
                                        .map(Stage::name),
                                before.stages().stream()
                                        .filter(s -> !stages.contains(s.id()))
                                        .flatMap(s -> s.actions().stream())
                                        .filter(a -> actions.contains(a.id()))
                                        .map(Action::name))
                        .toList();
        return "Delete " + Titles.of(names);
    }

    @Override
    public Design apply(Design before) {
        return before.withStages(
                before.stages().stream()
                        .filter(s -> !stages.contains(s.id()))
                        .map(s ->
                                s.withActions(
                                        s.actions().stream()
                                                .filter(a -> !actions.contains(a.id()))
                                                .toList()))
                        .toList());
    }
}
