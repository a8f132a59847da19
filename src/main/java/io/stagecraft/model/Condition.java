package io.stagecraft.model;

import java.util.List;
import java.util.Optional;

/// A check at the edge of a stage: 1–5 rules that must all succeed, and what happens otherwise.
public record Condition(Optional<Result> result, List<ConditionRule> rules, Extras extras) {
    public Condition {
        rules = List.copyOf(rules);
    }

    public Condition withResult(Optional<Result> result) {
        return new Condition(result, rules, extras);
    }

    public Condition withRules(List<ConditionRule> rules) {
        return new Condition(result, rules, extras);
    }
}
