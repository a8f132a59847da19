package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is checked at the edges of a stage, in one of the two spellings.
final class ConditionsBody {
    private final Spelling spelling;
    private final Resource.Pipeline pipeline;
    private final Function<Text, Doc> texts;

    /// @param texts what becomes of a text that only deployment fills
    ConditionsBody(Spelling spelling, Resource.Pipeline pipeline, Function<Text, Doc> texts) {
        this.spelling = spelling;
        this.pipeline = pipeline;
        this.texts = texts;
    }

    Doc entry(Stage stage, Condition condition) {
        return only(condition(condition, Foreign.Owner.entry(stage, condition)));
    }

    Doc success(Stage stage, Condition condition) {
        return only(condition(condition, Foreign.Owner.success(stage, condition)));
    }

    private Doc only(Doc condition) {
        return new Doc.Building().put(k("Conditions"), new Doc.Arr(List.of(condition))).done();
    }

    Doc failure(Stage stage, OnFailure failure) {
        var body =
                new Doc.Building()
                        .maybeText(k("Result"), failure.result().map(Enum::name))
                        .maybe(k("RetryConfiguration"), failure.retryMode().map(this::retry));
        failure.condition()
                .ifPresent(c ->
                        body.put(
                                k("Conditions"),
                                new Doc.Arr(
                                        List.of(condition(c, Foreign.Owner.failure(stage, c))))));
        return spelling.with(body, Foreign.Owner.failure(stage, failure));
    }

    private Doc retry(RetryMode mode) {
        return new Doc.Building().put(k("RetryMode"), mode.name()).done();
    }

    private Doc condition(Condition condition, Foreign.Owner owner) {
        var body =
                new Doc.Building()
                        .maybeText(k("Result"), condition.result().map(Enum::name))
                        .each(k("Rules"), condition.rules(), r -> rule(r, owner.place()));
        return spelling.with(body, owner);
    }

    private Doc rule(ConditionRule rule, List<String> place) {
        var body =
                new Doc.Building()
                        .put(k("Name"), rule.name())
                        .put(
                                k("RuleTypeId"),
                                new Doc.Building()
                                        .put(k("Category"), "Rule")
                                        .put(k("Owner"), "AWS")
                                        .put(k("Provider"), rule.provider())
                                        .put(k("Version"), rule.version())
                                        .done())
                        .maybe(k("Configuration"), settings(rule))
                        .strings(k("Commands"), rule.commands())
                        .each(k("InputArtifacts"), rule.inputs(), spelling::named)
                        .maybeText(k("Region"), rule.region())
                        .maybeText(k("RoleArn"), rule.roleArn());
        if (!spelling.isCloudFormation()) {
            body.maybeNumber("timeoutInMinutes", rule.timeoutMinutes());
        }
        return spelling.with(body, Foreign.Owner.of(rule, place));
    }

    private Optional<Doc> settings(ConditionRule rule) {
        var body = new Doc.Building();
        pipeline.rules()
                .getOrDefault(rule, new LinkedHashMap<>())
                .forEach((key, value) -> body.put(key, texts.apply(value)));
        return rule.settings().isEmpty() ? Optional.empty() : Optional.of(body.done());
    }

    private String k(String name) {
        return spelling.of(name);
    }
}
