package io.stagecraft.validate.advice;

import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class BuildsShareTheKey implements Rule {
    private static final Info INFO =
            new Info(
                    "SC928",
                    Severity.HINT,
                    "Builds that exist already use the key of the pipeline",
                    "A project encrypts what it hands on with its own key when it has one. If that is not the key of the artifact store, the next action cannot read the artifact.",
                    "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        if (drawing.design().stores().stream()
                .noneMatch(s -> s.key() instanceof EncryptionKey.Existing)) {
            return Stream.empty();
        }
        return drawing.seats()
                .filter(s -> !s.action().outputs().isEmpty())
                .flatMap(s ->
                        Builds.of(drawing, s.action())
                                .filter(p -> p.origin() instanceof Origin.Existing))
                .distinct()
                .map(p ->
                        INFO.at(
                                About.of("companions", p.name()),
                                "Build project "
                                        + p.name()
                                        + " is somebody else's; its encryption key has to be that of the artifact store."));
    }
}
