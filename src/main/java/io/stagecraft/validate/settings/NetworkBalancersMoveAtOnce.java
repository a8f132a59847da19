package io.stagecraft.validate.settings;

import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class NetworkBalancersMoveAtOnce implements Rule {
    private static final String AT_ONCE = DeploymentPace.PREDEFINED + "ECSAllAtOnce";

    private static final Info INFO =
            new Info(
                    "SC433",
                    Severity.WARNING,
                    "Network load balancers move all traffic at once",
                    "Behind a network load balancer CodeDeploy can move an ECS service only with"
                            + " ECSAllAtOnce: such a balancer does not divide traffic between two"
                            + " target groups, so a canary or linear deployment fails. An application"
                            + " load balancer does.",
                    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.Deployment.class)
                .filter(d ->
                        d.target() instanceof DeploymentTarget.Service s
                                && s.listener().contains(":listener/net/"))
                .filter(d -> isInShares(d.pace()))
                .map(NetworkBalancersMoveAtOnce::problem);
    }

    private static boolean isInShares(DeploymentPace pace) {
        return switch (pace) {
            case DeploymentPace.Named(var name) ->
                    name.startsWith(DeploymentPace.PREDEFINED) && !name.equals(AT_ONCE);
            case DeploymentPace.Canary _, DeploymentPace.Linear _ -> true;
            case DeploymentPace.Healthy _ -> false;
        };
    }

    private static Problem problem(Companion.Deployment d) {
        return INFO.at(
                About.of("companions", d.name()),
                "Deployment "
                        + d.name()
                        + " moves traffic in shares, and its listener is that of a network load"
                        + " balancer.",
                new Fix(
                        "Move all at once",
                        new SetCompanion(d.withPace(new DeploymentPace.Named(AT_ONCE)))));
    }
}
