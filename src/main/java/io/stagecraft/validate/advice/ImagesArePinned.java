package io.stagecraft.validate.advice;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ImagesArePinned implements Rule {
    private static final Info INFO =
            new Info(
                    "SC929",
                    Severity.HINT,
                    "Build images are pinned",
                    "With latest, or no tag at all, the same commit builds differently tomorrow, and nobody knows why.",
                    "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html");

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern PINNED =
            Pattern.compile(".*(@sha256:[0-9a-f]+|:(?!latest$)[A-Za-z0-9._-]+)$");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Builds.created(drawing)
                .filter(p ->
                        !p.image().isBlank()
                                && Literal.is(p.image())
                                && !PINNED.matcher(p.image()).matches())
                .map(p ->
                        INFO.at(
                                About.of("companions", p.name()),
                                "Build project "
                                        + p.name()
                                        + " builds in "
                                        + p.image()
                                        + ", whatever that is by then."));
    }
}
