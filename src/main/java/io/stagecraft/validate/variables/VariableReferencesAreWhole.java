package io.stagecraft.validate.variables;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class VariableReferencesAreWhole implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC511",
                    Severity.WARNING,
                    "Variable references are whole",
                    "A reference is written #{namespace.key}; anything else stays as it is written.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern START =
            Pattern.compile("#\\{(?![A-Za-z0-9@_-]+\\.[A-Za-z0-9@_-]+})");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .flatMap(a ->
                        a.settings().entrySet().stream()
                                .filter(e ->
                                        e.getValue().contains("#{")
                                                && START.matcher(e.getValue()).find())
                                .map(e ->
                                        INFO.at(
                                                About.of(a, e.getKey()),
                                                e.getKey()
                                                        + " of "
                                                        + a.name()
                                                        + " has a #{ that begins no reference to a variable.")));
    }
}
