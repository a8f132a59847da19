package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class BuildsAbroadKeepTheirOutputs implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC311",
                    Severity.WARNING,
                    "Builds in other accounts hand nothing on",
                    "CodeBuild writes its artifacts under the role of its own account, and CodePipeline cannot take them over from there; build in the pipeline's account and deploy abroad.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> drawing.isAbroad(s) && !s.action().outputs().isEmpty())
                .filter(s ->
                        s.spec()
                                .filter(x -> x.moves() == ActionSpec.Mover.BUILD_PROJECT_ROLE)
                                .isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s.action(), "environment"),
                                s.action().name()
                                        + " builds in "
                                        + drawing.environment(s).name()
                                        + " and makes "
                                        + String.join(", ", s.action().outputNames())
                                        + ".",
                                new Fix(
                                        "Build where the pipeline is",
                                        new ChangeAction(
                                                s.action().id(),
                                                "Build "
                                                        + s.action().name()
                                                        + " where the pipeline is",
                                                a ->
                                                        a.withEnvironment(Optional.empty())
                                                                .withRole(Optional.empty())))));
    }
}
