package io.stagecraft.validate.structure;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TheFirstStageHasASource implements Rule {
    private static final Info INFO =
            new Info(
                    "SC103",
                    Severity.ERROR,
                    "The first stage has a source",
                    "Without a source action there is nothing to work on, and CodePipeline refuses the pipeline.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .limit(1)
                .filter(s -> s.actions().stream().noneMatch(a -> a.type().isSource()))
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "The first stage, " + s.name() + ", has no source action."));
    }
}
