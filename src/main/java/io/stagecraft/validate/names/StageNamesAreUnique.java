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

import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class StageNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC207",
                    Severity.ERROR,
                    "Stage names are unique",
                    "CodePipeline refuses two stages of one name.",
                    Guide.API_STAGE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.design().stages().stream()
                .filter(s -> !seen.add(s.name()))
                .map(s -> again(drawing.design(), s));
    }

    private static Problem again(Design design, Stage stage) {
        var taken = design.stages().stream().map(Stage::name).collect(Collectors.toSet());
        var free = Legal.NAME.mended(stage.name(), "Stage", taken);
        return INFO.at(
                About.of(stage),
                "There is another stage called " + stage.name() + ".",
                new Fix("Rename to " + free, new RenameStage(stage.id(), free)));
    }
}
