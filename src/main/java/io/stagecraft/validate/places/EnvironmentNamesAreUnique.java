package io.stagecraft.validate.places;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Stream;

final class EnvironmentNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC814",
                    Severity.WARNING,
                    "Environments have names of their own",
                    "People tell environments apart by their names.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.design().environments().stream()
                .filter(e -> !seen.add(e.name()))
                .map(e ->
                        INFO.at(
                                About.of("environments", e.name()),
                                "There are two environments called " + e.name() + "."));
    }
}
