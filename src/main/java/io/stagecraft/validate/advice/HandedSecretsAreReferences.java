package io.stagecraft.validate.advice;

import io.stagecraft.model.Companion;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class HandedSecretsAreReferences implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC907",
                    Severity.WARNING,
                    "Secrets are handed on by reference",
                    "A password in plain text can be read by everybody who may see the pipeline or its builds; keep it in Secrets Manager or Parameter Store.",
                    Guide.SECRETS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern NAME =
            Pattern.compile("(?i).*(passw(or)?d|secret|token|api_?key|private_?key|access_?key).*");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var actions =
                drawing.seats()
                        .flatMap(s ->
                                s.action().environmentVariables().stream()
                                        .filter(HandedSecretsAreReferences::isPlain)
                                        .map(v ->
                                                INFO.at(
                                                        About.of(s.action(), "commands"),
                                                        s.action().name()
                                                                + " hands on "
                                                                + v.name()
                                                                + " as plain text.")));
        var projects =
                drawing.design().companions().stream()
                        .flatMap(c ->
                                c instanceof Companion.BuildProject p
                                        ? p.variables().stream()
                                                .filter(HandedSecretsAreReferences::isPlain)
                                                .map(v ->
                                                        INFO.at(
                                                                About.of("companions", p.name()),
                                                                "Build project "
                                                                        + p.name()
                                                                        + " hands on "
                                                                        + v.name()
                                                                        + " as plain text."))
                                        : Stream.empty());
        return Stream.concat(actions, projects);
    }

    private static boolean isPlain(EnvironmentVariable v) {
        return v.kind() == EnvironmentVariable.Kind.PLAINTEXT
                && NAME.matcher(v.name()).matches()
                && !v.value().isEmpty()
                && Literal.is(v.value());
    }
}
