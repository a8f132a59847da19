package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class DeploymentsHaveATarget implements Rule {
    private static final Info INFO =
            new Info(
                    "SC432",
                    Severity.WARNING,
                    "Deployments have servers to go to",
                    "A deployment group that names no tag and no Auto Scaling group finds no instance, and every deployment to it fails.",
                    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.Deployment.class).flatMap(DeploymentsHaveATarget::of);
    }

    private static Stream<Problem> of(Companion.Deployment d) {
        return Stream.of(
                        d.target() instanceof DeploymentTarget.Instances i
                                        && i.tags().isEmpty()
                                        && i.autoScalingGroups().isEmpty()
                                ? "names no tag and no Auto Scaling group to find its servers by."
                                : "")
                .filter(c -> !c.isEmpty())
                .map(c ->
                        INFO.at(
                                About.of("companions", d.name()),
                                "Deployment " + d.name() + " " + c));
    }
}
