package io.stagecraft.validate.structure;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RunOrdersAreBetween1And999 implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC106",
                    Severity.ERROR,
                    "Run orders are between 1 and 999",
                    "CodePipeline takes whole run orders from 1 to 999.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a -> a.runOrder() < 1 || a.runOrder() > 999)
                .map(RunOrdersAreBetween1And999::wrong);
    }

    private static Problem wrong(Action action) {
        var near = Math.clamp(action.runOrder(), 1, 999);
        return INFO.at(
                About.of(action, "runOrder"),
                action.name() + " has run order " + action.runOrder() + ".",
                new Fix(
                        "Use " + near,
                        new ChangeAction(
                                action.id(),
                                "Change run order of " + action.name(),
                                a -> a.withRunOrder(near))));
    }
}
