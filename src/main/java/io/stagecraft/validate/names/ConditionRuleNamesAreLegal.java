package io.stagecraft.validate.names;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ConditionRuleNamesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC212",
                    Severity.ERROR,
                    "Names of condition rules are legal",
                    "CodePipeline refuses other names.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .filter(r -> !Legal.NAME.allows(r.rule().name()))
                .map(r ->
                        INFO.at(
                                About.of(r, "name"),
                                Legal.NAME.complaint("Rule", r.rule().name())
                                        + " It stands at the "
                                        + r.gate().moment().word()
                                        + " of stage "
                                        + r.gate().stage().name()
                                        + "."));
    }
}
