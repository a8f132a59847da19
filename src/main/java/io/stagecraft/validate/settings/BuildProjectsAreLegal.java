package io.stagecraft.validate.settings;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class BuildProjectsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC423",
                    Severity.ERROR,
                    "Build projects are what CodeBuild takes",
                    "A project has a name of 2 to 150 letters, digits, _ and -, an image, and a timeout of 5 to 2160 minutes.",
                    Guide.BUILD_PROJECT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().companions().stream()
                .filter(c -> c.origin() instanceof Origin.Create)
                .flatMap(c -> c instanceof Companion.BuildProject p ? of(p) : Stream.empty());
    }

    private static Stream<Problem> of(Companion.BuildProject p) {
        var about = About.of("companions", p.name());
        return Stream.of(
                        p.timeoutMinutes() < 5 || p.timeoutMinutes() > 2160
                                ? "has a timeout of "
                                        + p.timeoutMinutes()
                                        + " minutes; 5 to 2160 are possible."
                                : "",
                        p.image().isBlank() ? "has no image to build in." : "",
                        p.name().matches("[A-Za-z0-9][A-Za-z0-9_-]{1,149}")
                                ? ""
                                : "has a name that CodeBuild does not take.")
                .filter(c -> !c.isEmpty())
                .map(c -> INFO.at(about, "Build project " + p.name() + " " + c));
    }
}
