package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ConditionsHaveAFewRules implements Rule {
    private static final Info INFO =
            new Info(
                    "SC619",
                    Severity.ERROR,
                    "Conditions have 1 to 5 rules",
                    "A condition holds at most five rules, and at least one.",
                    Guide.CONDITIONS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gates()
                .filter(g -> g.condition().rules().isEmpty() || g.condition().rules().size() > 5)
                .map(g ->
                        INFO.at(
                                About.of(g),
                                "The "
                                        + g.moment().word()
                                        + " condition of "
                                        + g.stage().name()
                                        + " has "
                                        + g.condition().rules().size()
                                        + " rules; 1 to 5 are possible."));
    }
}
