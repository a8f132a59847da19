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

final class RuleInputsFit implements Rule {
    private static final Info INFO =
            new Info(
                    "SC625",
                    Severity.ERROR,
                    "Condition rules read as many artifacts as they can",
                    "CodePipeline refuses more inputs than the rule type takes.",
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
        var count = r.rule().inputs().size();
        return type.inputs().allows(count)
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of(r, "inputs"),
                                r.words()
                                        + " reads "
                                        + count
                                        + " artifacts; "
                                        + type.title()
                                        + " takes "
                                        + type.inputs().min()
                                        + " to "
                                        + type.inputs().max()
                                        + "."));
    }
}
