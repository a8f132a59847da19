package io.stagecraft.validate.structure;

import io.stagecraft.edit.AddStage;
import io.stagecraft.edit.MoveAction;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class TheFirstStageHoldsOnlySources implements Rule {
    private static final Info INFO =
            new Info(
                    "SC102",
                    Severity.ERROR,
                    "The first stage holds only sources",
                    "CodePipeline refuses builds, approvals and anything else in the first stage.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> s.index() == 0 && !s.action().type().isSource())
                .map(s -> early(drawing.design(), s));
    }

    private static Problem early(Design design, Drawing.Seat seat) {
        var action = seat.action();
        var message =
                action.type().category().word()
                        + " action "
                        + action.name()
                        + " stands in the first stage, "
                        + seat.stage().name()
                        + ".";
        if (design.stages().size() > 1) {
            var next = design.stages().get(1);
            return INFO.at(
                    About.of(action),
                    message,
                    new Fix(
                            "Move to " + next.name(),
                            new MoveAction(action.id(), next.id(), 1, 0, true)));
        }
        var stage = Stage.of(design.nextStageId(), action.type().category().word(), List.of());
        return INFO.at(
                About.of(action),
                message,
                new Fix(
                        "Move to a stage of its own",
                        new Several(
                                "Move " + action.name() + " to a new stage",
                                new AddStage(1, stage),
                                new MoveAction(action.id(), stage.id(), 1, 0, false))));
    }
}
