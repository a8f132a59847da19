package io.stagecraft.validate.structure;

import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.Transition;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class TheWayIntoTheFirstStageIsOpen implements Rule {
    private static final Info INFO =
            new Info(
                    "SC107",
                    Severity.WARNING,
                    "The way into the first stage is open",
                    "Nothing flows into the first stage, so a closed arrow there only puzzles people.",
                    Guide.STAGE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .limit(1)
                .filter(s -> s.inbound() instanceof Transition.Closed)
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "The transition into the first stage, "
                                        + s.name()
                                        + ", is disabled.",
                                new Fix("Enable it", new SetTransition(s.id(), Transition.OPEN))));
    }
}
