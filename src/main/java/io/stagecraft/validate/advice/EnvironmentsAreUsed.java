package io.stagecraft.validate.advice;

import io.stagecraft.edit.RemoveEnvironment;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class EnvironmentsAreUsed implements Rule {
    private static final Info INFO =
            new Info(
                    "SC906",
                    Severity.HINT,
                    "Environments are used",
                    "Nothing works there.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var used =
                Stream.concat(
                                drawing.seats().flatMap(s -> s.action().environment().stream()),
                                drawing.design().companions().stream()
                                        .flatMap(c -> c.environment().stream()))
                        .collect(Collectors.toSet());
        return drawing.design().environments().stream()
                .skip(1)
                .filter(e -> !used.contains(e.id()))
                .map(e ->
                        INFO.at(
                                About.of("environments", e.name()),
                                "Nothing works in " + e.name() + ".",
                                new Fix("Remove it", new RemoveEnvironment(e.id()))));
    }
}
