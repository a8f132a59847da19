package io.stagecraft.validate.settings;

import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class EnvironmentVariablesAreLegal implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC418",
                    Severity.ERROR,
                    "Environment variables are legal",
                    "An action hands on at most 10 variables: names of letters, digits and _, values of 1 to 2000 characters, each plain text or a secret.",
                    Guide.API_ENVIRONMENT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .flatMap(a ->
                        Stream.concat(
                                Stream.of(a)
                                        .filter(x -> x.environmentVariables().size() > 10)
                                        .map(x ->
                                                INFO.at(
                                                        About.of(x, "commands"),
                                                        x.name()
                                                                + " hands on "
                                                                + x.environmentVariables().size()
                                                                + " environment variables; 10 are possible.")),
                                a.environmentVariables().stream()
                                        .filter(v -> !isFine(v))
                                        .map(v ->
                                                INFO.at(
                                                        About.of(a, "commands"),
                                                        a.name()
                                                                + " hands on a variable \""
                                                                + v.name()
                                                                + "\" that AWS does not take."))));
    }

    private static boolean isFine(EnvironmentVariable v) {
        return v.name().matches("[A-Za-z0-9_]{1,128}")
                && !v.value().isEmpty()
                && v.value().length() <= 2000
                && v.kind() != EnvironmentVariable.Kind.PARAMETER_STORE;
    }
}
