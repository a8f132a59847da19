package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameStage;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class StageNamesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC202",
                    Severity.ERROR,
                    "Stage names are legal",
                    "CodePipeline refuses other names.",
                    Guide.API_STAGE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s -> !Legal.NAME.allows(s.name()))
                .map(s -> wrong(drawing.design(), s));
    }

    private static Problem wrong(Design design, Stage stage) {
        var taken = design.stages().stream().map(Stage::name).collect(Collectors.toSet());
        var legal = Legal.NAME.mended(stage.name(), "Stage", taken);
        return INFO.at(
                About.of(stage),
                Legal.NAME.complaint("Stage", stage.name()),
                new Fix("Rename to " + legal, new RenameStage(stage.id(), legal)));
    }
}
