package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Set;
import java.util.stream.Stream;

final class ThePipelineNameIsLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC201",
                    Severity.ERROR,
                    "The pipeline name is legal",
                    "CodePipeline refuses other names.",
                    Guide.API_PIPELINE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var name = drawing.design().name();
        if (Legal.NAME.allows(name) || !name.isEmpty() && !Literal.is(name)) {
            return Stream.empty();
        }
        var legal = Legal.NAME.mended(name, "pipeline", Set.of());
        return Stream.of(
                INFO.at(
                        About.of("name", name),
                        Legal.NAME.complaint("The pipeline", name),
                        new Fix("Rename to " + legal, new RenameDesign(legal))));
    }
}
