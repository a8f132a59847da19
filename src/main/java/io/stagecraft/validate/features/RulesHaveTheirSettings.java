package io.stagecraft.validate.features;

import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RulesHaveTheirSettings implements Rule {
    private static final Info INFO =
            new Info(
                    "SC622",
                    Severity.ERROR,
                    "Condition rules have their required settings",
                    "CodePipeline refuses a rule without the settings that its type requires.",
                    Guide.RULES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .flatMap(r -> drawing.ruleType(r.rule()).stream().flatMap(t -> of(r, t)));
    }

    private static Stream<Problem> of(Drawing.GateRule r, RuleTypeSpec type) {
        var given = new RuleGiven(r.rule(), type);
        return type.fields().stream()
                .filter(f ->
                        given.written(f.key()).isEmpty()
                                && f.required().filter(given::holds).isPresent())
                .map(f ->
                        INFO.at(
                                About.of(r, f.key()),
                                r.words()
                                        + " has no "
                                        + f.label()
                                        + ", which "
                                        + type.title()
                                        + " requires."));
    }
}
