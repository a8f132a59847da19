package io.stagecraft.validate.structure;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ThereAreTwoStages implements Rule {
    private static final Info INFO =
            new Info(
                    "SC104",
                    Severity.ERROR,
                    "There are at least two stages",
                    "CodePipeline refuses a pipeline with fewer than two stages.",
                    Guide.PIPELINE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var stages = drawing.design().stages().size();
        return stages >= 2
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.PIPELINE,
                                stages == 0
                                        ? "The pipeline has no stage."
                                        : "The pipeline has only one stage."));
    }
}
