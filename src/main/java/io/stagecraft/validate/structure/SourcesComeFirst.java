package io.stagecraft.validate.structure;

import io.stagecraft.edit.MoveAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SourcesComeFirst implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC101",
                    Severity.ERROR,
                    "Sources come first",
                    "CodePipeline refuses a source action in any stage but the first.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> s.index() > 0 && s.action().type().isSource())
                .map(s -> late(drawing, s));
    }

    private static Problem late(Drawing drawing, Drawing.Seat seat) {
        var first = drawing.design().stages().getFirst();
        return INFO.at(
                About.of(seat.action()),
                "Source action "
                        + seat.action().name()
                        + " stands in stage "
                        + seat.stage().name()
                        + ".",
                new Fix(
                        "Move to " + first.name(),
                        new MoveAction(
                                seat.action().id(), first.id(), 1, first.actions().size(), false)));
    }
}
