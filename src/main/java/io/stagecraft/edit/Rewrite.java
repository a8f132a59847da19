package io.stagecraft.edit;

import io.stagecraft.model.Action;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Stage;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// Changes texts wherever a design holds any that can name other things.
final class Rewrite {
    private Rewrite() {}

    static Design everywhere(
            Design design, UnaryOperator<Action> action, UnaryOperator<ConditionRule> rule) {
        return design.withStages(
                design.stages().stream()
                        .map(s ->
                                rules(
                                        s.withActions(s.actions().stream().map(action).toList()),
                                        rule))
                        .toList());
    }

    /// Every text of the design that may hold `#{namespace.key}`.
    static Design texts(Design design, UnaryOperator<String> change) {
        return everywhere(design, a -> texts(a, change), r -> texts(r, change));
    }

    static Action texts(Action action, UnaryOperator<String> change) {
        return action.withSettings(settings(action.settings(), change))
                .withCommands(action.commands().stream().map(change).toList())
                .withEnvironmentVariables(
                        action.environmentVariables().stream()
                                .map(v ->
                                        new EnvironmentVariable(
                                                v.name(), change.apply(v.value()), v.kind()))
                                .toList());
    }

    static ConditionRule texts(ConditionRule rule, UnaryOperator<String> change) {
        return new ConditionRule(
                rule.name(),
                rule.provider(),
                rule.version(),
                settings(rule.settings(), change),
                rule.commands().stream().map(change).toList(),
                rule.inputs(),
                rule.region(),
                rule.roleArn(),
                rule.timeoutMinutes(),
                rule.extras());
    }

    static ConditionRule inputs(ConditionRule rule, UnaryOperator<String> change) {
        return new ConditionRule(
                rule.name(),
                rule.provider(),
                rule.version(),
                rule.settings(),
                rule.commands(),
                rule.inputs().stream().map(change).toList(),
                rule.region(),
                rule.roleArn(),
                rule.timeoutMinutes(),
                rule.extras());
    }

    static Stage rules(Stage stage, UnaryOperator<ConditionRule> change) {
        return stage.withConditions(
                in(stage.beforeEntry(), change),
                in(stage.onSuccess(), change),
                stage.onFailure()
                        .map(f ->
                                new OnFailure(
                                        f.result(),
                                        f.retryMode(),
                                        in(f.condition(), change),
                                        f.extras())));
    }

    private static Optional<Condition> in(
            Optional<Condition> condition, UnaryOperator<ConditionRule> change) {
        return condition.map(c ->
                new Condition(c.result(), c.rules().stream().map(change).toList(), c.extras()));
    }

    static SequencedMap<String, String> settings(
            SequencedMap<String, String> settings, UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> changed.put(key, change.apply(value)));
        return changed;
    }
}
