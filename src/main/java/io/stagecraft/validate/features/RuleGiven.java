package io.stagecraft.validate.features;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Given;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.model.ConditionRule;

import java.util.Optional;

/// What is given for a rule of a condition; it makes no artifacts.
record RuleGiven(ConditionRule rule, RuleTypeSpec type) implements Given {
    @Override
    public Optional<String> written(String key) {
        return Optional.ofNullable(rule.settings().get(key)).filter(text -> !text.isBlank());
    }

    @Override
    public Optional<String> usual(String key) {
        return type.field(key).flatMap(FieldSpec::defaultValue);
    }

    @Override
    public int inputs() {
        return rule.inputs().size();
    }

    @Override
    public int outputs() {
        return 0;
    }
}
