package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class OnlyDockerIsPrivileged implements Rule {
    private static final Info INFO =
            new Info(
                    "SC919",
                    Severity.HINT,
                    "Builds are privileged only for Docker",
                    "A privileged build is root on its host. It is needed to build Docker images and for nothing else.",
                    "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html");

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern DOCKER =
            Pattern.compile(
                    "(?i)docker|podman|buildah|buildx|kaniko|finch|nerdctl|pack build|testcontainers|\\bsam\\b|\\bcdk\\b");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Builds.created(drawing)
                .filter(p ->
                        p.privileged()
                                && p.buildspec().contains("\n")
                                && !DOCKER.matcher(p.buildspec()).find())
                .map(p ->
                        INFO.at(
                                About.of("companions", p.name()),
                                "Build project "
                                        + p.name()
                                        + " is privileged, and its buildspec builds no image."));
    }
}
