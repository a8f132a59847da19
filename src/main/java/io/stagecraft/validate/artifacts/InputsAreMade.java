package io.stagecraft.validate.artifacts;

import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.stream.Stream;

final class InputsAreMade implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC301",
                    Severity.ERROR,
                    "Every input is made by some action",
                    "CodePipeline refuses an input artifact that no action makes.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().inputs().stream()
                                .distinct()
                                .filter(i -> drawing.flow().producersOf(i).isEmpty())
                                .map(i -> missing(drawing, s.action(), i)));
    }

    private static Problem missing(Drawing drawing, Action action, String input) {
        var candidates = Wiring.candidates(drawing, action);
        var fixes = new ArrayList<Fix>();
        Nearest.to(input, candidates)
                .or(() -> candidates.stream().findFirst())
                .ifPresent(a -> fixes.add(Wiring.instead(drawing, action, input, a)));
        fixes.add(Wiring.disconnect(input, action));
        return INFO.at(
                About.of(action, "inputs"),
                action.name() + " reads " + input + ", which no action makes.",
                fixes);
    }
}
