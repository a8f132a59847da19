package io.stagecraft.validate.features;

import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class RuleTypesAreSpelledRight implements Rule {
    private static final Info INFO =
            new Info(
                    "SC627",
                    Severity.ERROR,
                    "Rule types are spelled as AWS spells them",
                    "A rule type has the category Rule, the owner AWS, and a provider and a version, capitals and all; AWS refuses others.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .flatMap(r ->
                        Stream.of(
                                        name(drawing, r.rule()),
                                        member(r.rule(), "category", "Rule"),
                                        member(r.rule(), "owner", "AWS"))
                                .flatMap(Optional::stream)
                                .map(what ->
                                        INFO.at(About.of(r, "provider"), r.words() + " " + what)));
    }

    /// The type that has the rule's provider in another version or in other letters, where the catalogue has not the rule's own.
    static Optional<RuleTypeSpec> meant(Drawing drawing, ConditionRule rule) {
        return drawing.ruleType(rule).isPresent()
                ? Optional.empty()
                : drawing.ruleTypes()
                        .filter(t -> t.provider().equalsIgnoreCase(rule.provider()))
                        .findFirst();
    }

    private static Optional<String> name(Drawing drawing, ConditionRule rule) {
        return meant(drawing, rule)
                .filter(_ -> Literal.is(rule.version()))
                .map(t ->
                        "is of the type "
                                + rule.provider()
                                + "/"
                                + rule.version()
                                + "; AWS has "
                                + t.provider()
                                + "/"
                                + t.version()
                                + ".");
    }

    /// What an import keeps beside the rule because it is not the only word that AWS knows there.
    private static Optional<String> member(ConditionRule rule, String member, String only) {
        return Optional.ofNullable(rule.extras().members().get("ruleTypeId/" + member))
                .filter(Literal::is)
                .map(is -> "has the " + member + " " + is + "; AWS has \"" + only + "\" only.");
    }
}
