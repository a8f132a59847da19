package io.stagecraft.validate.features;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ConditionRulesAreInTime implements Rule {
    private static final Info INFO =
            new Info(
                    "SC620",
                    Severity.ERROR,
                    "Timeouts of condition rules are legal",
                    "A rule takes 5 to 86400 minutes.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .filter(r -> r.rule().timeoutMinutes().filter(m -> m < 5 || m > 86400).isPresent())
                .map(r ->
                        INFO.at(
                                About.of(r, "timeout"),
                                r.words()
                                        + " has a timeout of "
                                        + r.rule().timeoutMinutes().orElseThrow()
                                        + " minutes; 5 to 86400 are possible."));
    }
}
