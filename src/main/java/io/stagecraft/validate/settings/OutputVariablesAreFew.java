package io.stagecraft.validate.settings;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class OutputVariablesAreFew implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC417",
                    Severity.ERROR,
                    "Output variables are 1 to 15 names",
                    "An action exports at most 15 variables, with names of 1 to 128 characters.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a ->
                        a.outputVariables().size() > 15
                                || a.outputVariables().stream()
                                        .anyMatch(v -> v.isEmpty() || v.length() > 128))
                .map(a ->
                        INFO.at(
                                About.of(a, "commands"),
                                "The output variables of "
                                        + a.name()
                                        + " are more than 15, or one has no name or one longer than 128 characters."));
    }
}
