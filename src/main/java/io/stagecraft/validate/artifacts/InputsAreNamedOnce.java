package io.stagecraft.validate.artifacts;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Stream;

final class InputsAreNamedOnce implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC306",
                    Severity.WARNING,
                    "Every input is named once",
                    "The same artifact twice among the inputs is of no use.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .flatMap(a -> {
                    var seen = new HashSet<String>();
                    return a.inputs().stream()
                            .filter(i -> !seen.add(i))
                            .distinct()
                            .map(i ->
                                    INFO.at(
                                            About.of(a, "inputs"),
                                            a.name() + " reads " + i + " twice.",
                                            new Fix(
                                                    "Read it once",
                                                    new ChangeAction(
                                                            a.id(),
                                                            "Connect " + i + " once",
                                                            x ->
                                                                    x.withInputs(
                                                                            x.inputs().stream()
                                                                                    .distinct()
                                                                                    .toList())))));
                });
    }
}
