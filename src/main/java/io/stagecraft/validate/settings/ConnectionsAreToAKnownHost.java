package io.stagecraft.validate.settings;

import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class ConnectionsAreToAKnownHost implements Rule {
    private static final Info INFO =
            new Info(
                    "SC428",
                    Severity.ERROR,
                    "Connections are to a Git host that AWS knows",
                    "AWS makes connections to these hosts only and refuses another provider type.",
                    "https://docs.aws.amazon.com/codeconnections/latest/APIReference/API_CreateConnection.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.Connection.class).flatMap(ConnectionsAreToAKnownHost::of);
    }

    private static final List<String> HOSTS =
            List.of(
                    "GitHub",
                    "GitHubEnterpriseServer",
                    "GitLab",
                    "GitLabSelfManaged",
                    "Bitbucket",
                    "AzureDevOps");

    private static Stream<Problem> of(Companion.Connection c) {
        return HOSTS.contains(c.providerType()) || !Literal.is(c.providerType())
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of("companions", c.name()),
                                "Connection "
                                        + c.name()
                                        + " is to \""
                                        + c.providerType()
                                        + "\", not one of "
                                        + String.join(", ", HOSTS)
                                        + ".",
                                Nearest.to(c.providerType(), HOSTS).stream()
                                        .map(h ->
                                                new Fix(
                                                        "Use " + h,
                                                        new SetCompanion(
                                                                c.name(),
                                                                new Companion.Connection(
                                                                        c.name(),
                                                                        c.origin(),
                                                                        c.environment(),
                                                                        h))))
                                        .toList()));
    }
}
