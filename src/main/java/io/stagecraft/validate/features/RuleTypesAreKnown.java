package io.stagecraft.validate.features;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RuleTypesAreKnown implements Rule {
    private static final Info INFO =
            new Info(
                    "SC621",
                    Severity.WARNING,
                    "Rule types are known",
                    "AWS refuses a rule type that it does not have. What the catalogue does not know cannot be checked: its settings and permissions are taken as they are.",
                    Guide.RULES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .filter(r ->
                        Literal.is(r.rule().provider())
                                && drawing.ruleType(r.rule()).isEmpty()
                                && RuleTypesAreSpelledRight.meant(drawing, r.rule()).isEmpty())
                .map(r ->
                        INFO.at(
                                About.of(r, "provider"),
                                "Nothing is known of "
                                        + r.rule().provider()
                                        + "/"
                                        + r.rule().version()
                                        + ", the type of rule "
                                        + r.rule().name()
                                        + "."));
    }
}
