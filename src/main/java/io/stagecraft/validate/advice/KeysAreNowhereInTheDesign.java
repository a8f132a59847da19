package io.stagecraft.validate.advice;

import io.stagecraft.model.Companion;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Secrets;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class KeysAreNowhereInTheDesign implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC916",
                    Severity.WARNING,
                    "No key stands anywhere in the design",
                    "Whoever may read the pipeline, its template or its history has the key. Revoke it, and use a role, or a secret that is fetched when it is needed.",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var actions =
                drawing.seats()
                        .map(Drawing.Seat::action)
                        .filter(a -> a.anyText(Secrets::mayBeIn))
                        .flatMap(a ->
                                Stream.of(
                                                a.settings().entrySet().stream()
                                                        .flatMap(e ->
                                                                found(
                                                                        e.getValue(),
                                                                        About.of(a, e.getKey()),
                                                                        a.name())),
                                                a.commands().stream()
                                                        .flatMap(c ->
                                                                found(
                                                                        c,
                                                                        About.of(a, "commands"),
                                                                        a.name())),
                                                a.environmentVariables().stream()
                                                        .flatMap(v ->
                                                                found(
                                                                        v.value(),
                                                                        About.of(a, "commands"),
                                                                        a.name())))
                                        .flatMap(s -> s));
        var projects =
                drawing.design().companions().stream()
                        .flatMap(c ->
                                c instanceof Companion.BuildProject p
                                        ? Stream.concat(
                                                        Stream.of(p.buildspec()),
                                                        p.variables().stream()
                                                                .map(EnvironmentVariable::value))
                                                .flatMap(t ->
                                                        found(
                                                                t,
                                                                About.of("companions", p.name()),
                                                                "Build project " + p.name()))
                                        : Stream.empty());
        return Stream.concat(actions, projects).distinct();
    }

    private static Stream<Problem> found(String text, About about, String where) {
        return Secrets.in(text).map(k -> INFO.at(about, where + " holds " + k + ".")).stream();
    }
}
