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

import java.util.List;
import java.util.stream.Stream;

final class DeploymentsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC431",
                    Severity.ERROR,
                    "Deployments are what CodeDeploy takes",
                    "An application and its group have a name of up to 100 letters, digits and + ="
                            + " , . @ _ -. Servers are deployed to with so many in service, functions"
                            + " and ECS services with so much of the traffic: no canary goes over"
                            + " servers, no half at a time over functions, and AWS's own configurations"
                            + " are each for one of the three. A percentage is 1 to 99, traffic is"
                            + " moved within 2880 minutes, and old ECS tasks stay for up to 2880"
                            + " minutes.",
                    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html");

    /// Minutes from the first share of the traffic to the last.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html">CodeDeploy quotas</a>
    private static final int LONGEST = 2880;

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.made(Companion.Deployment.class).flatMap(DeploymentsAreLegal::of);
    }

    private static Stream<Problem> of(Companion.Deployment d) {
        return Stream.of(
                        d.name().matches("[A-Za-z0-9+=,.@_-]{1,100}")
                                ? ""
                                : "has a name that CodeDeploy does not take.",
                        pace(d.target(), d.pace()),
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
                                "Deployment " + d.name() + " " + c,
                                mends(d)));
    }

    /// AWS's own pace for its kind of target, where its pace is what is wrong.
    private static List<Fix> mends(Companion.Deployment d) {
        var usual = DeploymentPace.predefined(d.target()).getFirst();
        return pace(d.target(), d.pace()).isEmpty()
                ? List.of()
                : List.of(
                        new Fix(
                                "Go by " + usual,
                                new SetCompanion(d.withPace(new DeploymentPace.Named(usual)))));
    }

    private static String pace(DeploymentTarget target, DeploymentPace pace) {
        boolean servers = target instanceof DeploymentTarget.Instances;
        return switch (pace) {
            case DeploymentPace.Named(var name) -> named(target, name.strip());
            case DeploymentPace.Healthy(var percent) -> servers ? percent(percent) : other();
            case DeploymentPace.Canary(var percent, var minutes) ->
                    servers ? other() : moves(percent, minutes, 1);
            case DeploymentPace.Linear(var percent, var minutes) ->
                    servers ? other() : moves(percent, minutes, 99 / Math.max(1, percent));
        };
    }

    private static String named(DeploymentTarget target, String name) {
        return !name.startsWith(DeploymentPace.PREDEFINED)
                        || DeploymentPace.predefined(target).contains(name)
                ? ""
                : "goes by " + name + ", which AWS does not have for its kind of target.";
    }

    private static String other() {
        return "has a pace that its kind of target does not know.";
    }

    private static String moves(int percent, int minutes, int waits) {
        var share = percent(percent);
        if (!share.isEmpty()) {
            return share;
        }
        return minutes >= 1 && minutes * (long) waits <= LONGEST
                ? ""
                : "moves the traffic in "
                        + minutes * (long) waits
                        + " minutes; 1 to "
                        + LONGEST
                        + " are possible.";
    }

    private static String percent(int percent) {
        return percent >= 1 && percent <= 99
                ? ""
                : "goes by " + percent + " percent; 1 to 99 are possible.";
    }
}
