package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Set;
import java.util.stream.Stream;

final class RolesStandInForKeys implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC917",
                    Severity.WARNING,
                    "Roles stand in for long-lived keys",
                    "A build has the short-lived credentials of its role already. A key that is handed on, even from a secret, lives for ever and is good anywhere.",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html");

    @Override
    public Info info() {
        return INFO;
    }

    private static final Set<String> NAMES = Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var actions =
                drawing.seats()
                        .map(Drawing.Seat::action)
                        .filter(RolesStandInForKeys::mayHandOn)
                        .flatMap(a ->
                                Stream.concat(
                                                a.environmentVariables().stream()
                                                        .map(EnvironmentVariable::name)
                                                        .filter(NAMES::contains),
                                                a.settings().values().stream()
                                                        .filter(t -> t.contains("AWS_"))
                                                        .flatMap(t ->
                                                                NAMES.stream()
                                                                        .sorted()
                                                                        .filter(t::contains)))
                                        .distinct()
                                        .limit(1)
                                        .map(n ->
                                                INFO.at(
                                                        About.of(a),
                                                        a.name() + " hands on " + n + ".")));
        var projects =
                drawing.design().companions().stream()
                        .flatMap(c ->
                                c instanceof Companion.BuildProject p
                                        ? p.variables().stream()
                                                .map(EnvironmentVariable::name)
                                                .filter(NAMES::contains)
                                                .limit(1)
                                                .map(n ->
                                                        INFO.at(
                                                                About.of("companions", p.name()),
                                                                "Build project "
                                                                        + p.name()
                                                                        + " hands on "
                                                                        + n
                                                                        + "."))
                                        : Stream.empty());
        return Stream.concat(actions, projects);
    }

    /// Plain loops: this runs over every setting of every action after every edit.
    private static boolean mayHandOn(Action action) {
        for (var value : action.settings().values()) {
            if (value.contains("AWS_")) {
                return true;
            }
        }
        return !action.environmentVariables().isEmpty();
    }
}
