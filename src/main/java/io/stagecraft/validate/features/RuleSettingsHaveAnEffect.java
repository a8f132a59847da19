package io.stagecraft.validate.features;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.Traits;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RuleSettingsHaveAnEffect implements Rule {
    private static final Info INFO =
            new Info(
                    "SC629",
                    Severity.WARNING,
                    "Settings of condition rules have an effect",
                    "AWS takes the setting, and the rule then fails, ignores it, or always comes to the same answer.",
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
        return type.checks().stream()
                .filter(c -> given.isKnown(c.when()) && given.holds(c.when()))
                .map(c ->
                        INFO.at(
                                About.of(r, c.field()),
                                r.words() + ": " + label(type, c) + " " + c.says() + "."));
    }

    private static String label(RuleTypeSpec type, Traits.Check check) {
        return type.field(check.field()).map(FieldSpec::label).orElse(check.field());
    }
}
