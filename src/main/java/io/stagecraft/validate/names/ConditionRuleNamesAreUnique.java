package io.stagecraft.validate.names;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Stream;

final class ConditionRuleNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC213",
                    Severity.WARNING,
                    "Names of condition rules are unique",
                    "Two rules of one name in a pipeline cannot be told apart in its history; the CDK refuses them.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.gateRules()
                .filter(r -> !seen.add(r.rule().name()))
                .map(r ->
                        INFO.at(
                                About.of(r, "name"),
                                "There is another rule called "
                                        + r.rule().name()
                                        + "; this one stands at the "
                                        + r.gate().moment().word()
                                        + " of stage "
                                        + r.gate().stage().name()
                                        + "."));
    }
}
