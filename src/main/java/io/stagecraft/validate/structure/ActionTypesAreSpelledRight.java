package io.stagecraft.validate.structure;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ActionTypesAreSpelledRight implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC110",
                    Severity.ERROR,
                    "Action types are spelled as AWS spells them",
                    "Category, owner, provider and version together name a type, capitals and all; AWS refuses a known provider in a category, under an owner or in a version that it does not have there.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> Spellings.isStrange(drawing, s))
                .map(Drawing.Seat::action)
                .flatMap(a -> wrong(a, Spellings.of(drawing, a.type())));
    }

    private static Stream<Problem> wrong(Action action, List<ActionType> right) {
        return right.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of(action),
                                action.name()
                                        + " is of the type "
                                        + action.type().path()
                                        + "; AWS has "
                                        + right.stream()
                                                .map(ActionType::path)
                                                .collect(Collectors.joining(" and "))
                                        + ".",
                                right.stream().map(t -> fix(action, t)).toList()));
    }

    private static Fix fix(Action action, ActionType type) {
        return new Fix(
                "Make it " + type.path(),
                new ChangeAction(
                        action.id(), "Change type of " + action.name(), a -> a.withType(type)));
    }
}
