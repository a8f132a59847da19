package io.stagecraft.validate.structure;

import io.stagecraft.edit.Delete;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Set;
import java.util.stream.Stream;

final class EveryStageHasAnAction implements Rule {
    private static final Info INFO =
            new Info(
                    "SC105",
                    Severity.ERROR,
                    "Every stage has an action",
                    "CodePipeline refuses a stage without actions.",
                    Guide.STAGE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s -> s.actions().isEmpty())
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "Stage " + s.name() + " has no action.",
                                new Fix(
                                        "Delete stage " + s.name(),
                                        new Delete(Set.of(), Set.of(s.id())))));
    }
}
