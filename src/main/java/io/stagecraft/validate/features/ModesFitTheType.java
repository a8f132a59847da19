package io.stagecraft.validate.features;

import io.stagecraft.model.ExecutionMode;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ModesFitTheType implements Rule {
    private static final Info INFO =
            new Info(
                    "SC601",
                    Severity.ERROR,
                    "Only V2 pipelines queue or run in parallel",
                    "A V1 pipeline knows SUPERSEDED alone.",
                    Guide.TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var mode = drawing.design().mode();
        return Mends.isV1(drawing) && mode != ExecutionMode.SUPERSEDED
                ? Stream.of(
                        INFO.at(
                                About.of("mode", mode.name()),
                                "A V1 pipeline cannot run in mode " + mode + ".",
                                Mends.V2))
                : Stream.empty();
    }
}
