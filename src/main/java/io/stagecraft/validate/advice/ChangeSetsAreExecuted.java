package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ChangeSetsAreExecuted implements Rule {
    private static final Info INFO =
            new Info(
                    "SC908",
                    Severity.HINT,
                    "Change sets are executed",
                    "A change set that nobody executes changes nothing.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var executed =
                drawing.seats()
                        .map(Drawing.Seat::action)
                        .filter(a -> is(a, "CHANGE_SET_EXECUTE"))
                        .map(ChangeSetsAreExecuted::name)
                        .collect(Collectors.toSet());
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a -> is(a, "CHANGE_SET_REPLACE") && !executed.contains(name(a)))
                .map(a ->
                        INFO.at(
                                About.of(a, "ChangeSetName"),
                                a.name() + " makes a change set that no action executes."));
    }

    private static boolean is(Action action, String mode) {
        return action.setting("ActionMode").filter(mode::equals).isPresent();
    }

    private static String name(Action action) {
        return action.setting("StackName").orElse("")
                + "/"
                + action.setting("ChangeSetName").orElse("");
    }
}
