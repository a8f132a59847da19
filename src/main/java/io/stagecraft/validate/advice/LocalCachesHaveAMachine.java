package io.stagecraft.validate.advice;

import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.BuildSurroundings.Cache;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class LocalCachesHaveAMachine implements Rule {
    private static final Info INFO =
            new Info(
                    "SC931",
                    Severity.WARNING,
                    "A local cache has a machine to stay on",
                    "CodeBuild keeps no local cache for builds in a VPC, on GPU machines or on 2XLARGE compute, and keeps Docker layers only where the build may run Docker on Linux. Keep the cache in S3 there.",
                    "https://docs.aws.amazon.com/codebuild/latest/userguide/caching-local.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .filter(Companion.BuildProject.class::isInstance)
                .map(Companion.BuildProject.class::cast)
                .flatMap(LocalCachesHaveAMachine::of);
    }

    private static Stream<Problem> of(Companion.BuildProject project) {
        return project.surroundings().cache() instanceof Cache.Local local
                ? Stream.of(why(project, local))
                        .filter(why -> !why.isEmpty())
                        .map(why ->
                                INFO.at(
                                        About.of("companions", project.name()),
                                        "Build project "
                                                + project.name()
                                                + " has a local cache "
                                                + why
                                                + "."))
                : Stream.empty();
    }

    private static String why(Companion.BuildProject project, Cache.Local local) {
        if (project.surroundings().network().isPresent()) {
            return "and builds in a VPC, where there is none";
        }
        if (project.environmentType().equals("LINUX_GPU_CONTAINER")) {
            return "and builds on a GPU machine, where there is none";
        }
        if (project.computeType().equals("BUILD_GENERAL1_2XLARGE")) {
            return "and builds on 2XLARGE compute, where there is none";
        }
        return local.modes().contains(BuildSurroundings.Mode.DOCKER_LAYER)
                        && !(project.privileged()
                                && project.environmentType().equals("LINUX_CONTAINER"))
                ? "of Docker layers, and is not on Linux with leave to run Docker"
                : "";
    }
}
