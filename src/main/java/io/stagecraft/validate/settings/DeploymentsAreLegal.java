package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class DeploymentsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC431",
                    Severity.ERROR,
                    "Deployments are what CodeDeploy takes",
                    "An application and its group have a name of up to 100 letters, digits and + = , . @ _ -. Servers are deployed to with so many in service, functions and ECS services with so much of the traffic; a percentage is 1 to 99, and old ECS tasks stay for up to 2880 minutes.",
                    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .flatMap(c -> c instanceof Companion.Deployment d ? of(d) : Stream.empty());
    }

    private static Stream<Problem> of(Companion.Deployment d) {
        return Stream.of(
                        d.name().matches("[A-Za-z0-9+=,.@_-]{1,100}")
                                ? ""
                                : "has a name that CodeDeploy does not take.",
                        pace(d.target() instanceof DeploymentTarget.Instances, d.pace()),
                        d.target() instanceof DeploymentTarget.Service s
                                        && (s.keepMinutes() < 0 || s.keepMinutes() > 2880)
                                ? "keeps the old tasks for "
                                        + s.keepMinutes()
                                        + " minutes; 0 to 2880 are possible."
                                : "")
                .filter(c -> !c.isEmpty())
                .map(c ->
                        INFO.at(
                                About.of("companions", d.name()),
                                "Deployment " + d.name() + " " + c));
    }

    private static String pace(boolean servers, DeploymentPace pace) {
        return switch (pace) {
            case DeploymentPace.Named _ -> "";
            case DeploymentPace.Healthy(var percent) -> servers ? percent(percent) : other();
            case DeploymentPace.Canary(var percent, _) -> servers ? other() : percent(percent);
            case DeploymentPace.Linear(var percent, _) -> servers ? other() : percent(percent);
        };
    }

    private static String other() {
        return "has a pace that its kind of target does not know.";
    }

    private static String percent(int percent) {
        return percent >= 1 && percent <= 99
                ? ""
                : "goes by " + percent + " percent; 1 to 99 are possible.";
    }
}
