package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class StackRolesHaveGrants implements Rule {
    private static final Info INFO =
            new Info(
                    "SC429",
                    Severity.WARNING,
                    "Stack roles say what their stacks need",
                    "CloudFormation works under this role and nothing else: without grants it can create no resource, and grants with * are left out of the export.",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.StackRole.class).flatMap(StackRolesHaveGrants::of);
    }

    private static Stream<Problem> of(Companion.StackRole role) {
        var about = About.of("companions", role.name());
        if (role.grants().isEmpty()) {
            return Stream.of(
                    INFO.at(
                            about,
                            "Stack role "
                                    + role.name()
                                    + " has no grants, so its stacks can create nothing."));
        }
        return role.grants().stream()
                .flatMap(g -> g.actions().stream())
                .filter(a -> a.contains("*"))
                .distinct()
                .map(a ->
                        INFO.at(
                                about,
                                "Stack role "
                                        + role.name()
                                        + " grants "
                                        + a
                                        + ", which is left out; write its actions out one by one."));
    }
}
