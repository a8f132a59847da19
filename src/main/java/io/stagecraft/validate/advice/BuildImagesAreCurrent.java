package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class BuildImagesAreCurrent implements Rule {
    private static final Info INFO =
            new Info(
                    "SC920",
                    Severity.WARNING,
                    "Build images are current",
                    "AWS no longer updates this image, holes and all, and no longer keeps it ready, so that builds start later.",
                    "https://docs.aws.amazon.com/codebuild/latest/userguide/deprecated-images.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Builds.created(drawing)
                .flatMap(p ->
                        Retired.image(p.image())
                                .map(next ->
                                        INFO.at(
                                                About.of("companions", p.name()),
                                                "Build project "
                                                        + p.name()
                                                        + " builds in "
                                                        + p.image()
                                                        + ", which AWS has retired; "
                                                        + next
                                                        + " is current."))
                                .stream());
    }
}
