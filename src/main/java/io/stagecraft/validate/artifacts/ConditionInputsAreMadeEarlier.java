package io.stagecraft.validate.artifacts;

import io.stagecraft.model.Moment;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ConditionInputsAreMadeEarlier implements Rule {
    private static final Info INFO =
            new Info(
                    "SC309",
                    Severity.ERROR,
                    "What a condition reads is made earlier",
                    "A rule reads artifacts like an action; at the entry only earlier stages have made any.",
                    Guide.RULES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .flatMap(r ->
                        r.rule().inputs().stream()
                                .filter(i -> !isThere(drawing, r.gate(), i))
                                .map(i ->
                                        INFO.at(
                                                About.of(r, "inputs"),
                                                r.words()
                                                        + " reads "
                                                        + i
                                                        + ", which is not made by then.")));
    }

    private static boolean isThere(Drawing drawing, Drawing.Gate gate, String artifact) {
        var last = gate.moment() == Moment.ENTRY ? gate.index() - 1 : gate.index();
        return drawing.flow().producersOf(artifact).stream().anyMatch(p -> p.stage() <= last);
    }
}
