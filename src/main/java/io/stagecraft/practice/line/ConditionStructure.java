package io.stagecraft.practice.line;

import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.catalog.RuleTypeSpec;

import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;

import java.util.List;
import java.util.Set;

/// What AWS refuses of stage conditions. That it does is documented, in which words is not.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html">Configure conditions for a stage</a>
final class ConditionStructure {
    private static final int MOST_RULES = 5;

    private final RuleTypeCatalog rules;

    ConditionStructure(RuleTypeCatalog rules) {
        this.rules = rules;
    }

    /// @throws io.stagecraft.practice.wire.Refusal `InvalidStructureException`
    void check(PipelineDeclaration pipeline) {
        boolean back = pipeline.executionMode() != ExecutionMode.PARALLEL;
        for (var stage : pipeline.stages()) {
            if (stage.beforeEntry() != null) {
                conditions(
                        stage,
                        "beforeEntry",
                        stage.beforeEntry().conditions(),
                        Set.of(Result.FAIL, Result.SKIP));
            }
            if (stage.onSuccess() != null) {
                conditions(
                        stage,
                        "onSuccess",
                        stage.onSuccess().conditions(),
                        back ? Set.of(Result.FAIL, Result.ROLLBACK) : Set.of(Result.FAIL));
            }
            if (stage.onFailure() != null) {
                failure(stage, back);
            }
        }
    }

    private void failure(StageDeclaration stage, boolean back) {
        var failure = stage.onFailure();
        boolean asks = failure.hasConditions() && !failure.conditions().isEmpty();
        refuse(
                failure.result() == Result.RETRY && asks,
                stage,
                "onFailure cannot have conditions and the result RETRY");
        refuse(
                failure.retryConfiguration() != null && failure.result() != Result.RETRY,
                stage,
                "onFailure has a retryConfiguration, and its result is not RETRY");
        refuse(
                failure.result() == Result.SKIP || failure.result() == Result.FAIL && asks,
                stage,
                "onFailure cannot have the result " + failure.resultAsString());
        refuse(
                !back && failure.result() == Result.ROLLBACK,
                stage,
                "the result ROLLBACK is not available in PARALLEL mode");
        if (asks) {
            conditions(
                    stage,
                    "onFailure",
                    failure.conditions(),
                    back ? Set.of(Result.ROLLBACK) : Set.of());
        }
    }

    private void conditions(
            StageDeclaration stage, String hook, List<Condition> conditions, Set<Result> may) {
        refuse(conditions.size() != 1, stage, hook + " needs exactly one condition");
        var condition = conditions.getFirst();
        refuse(
                condition.result() == null || !may.contains(condition.result()),
                stage,
                hook + " cannot have the result " + condition.resultAsString());
        refuse(
                condition.rules().isEmpty() || condition.rules().size() > MOST_RULES,
                stage,
                hook + " needs 1 to " + MOST_RULES + " rules");
        refuse(
                condition.rules().stream().map(RuleDeclaration::name).distinct().count()
                        < condition.rules().size(),
                stage,
                hook + " has two rules of one name");
        condition.rules().forEach(rule -> rule(stage, condition, rule));
    }

    private void rule(StageDeclaration stage, Condition condition, RuleDeclaration rule) {
        var type = rule.ruleTypeId();
        var spec = rules.find(type.provider(), type.version());
        refuse(
                spec.isEmpty(),
                stage,
                "the rule type (Provider: '"
                        + type.provider()
                        + "', Version: '"
                        + type.version()
                        + "') of rule '"
                        + rule.name()
                        + "' is not available");
        refuse(
                condition.result() == Result.SKIP && !spec.orElseThrow().canSkip(),
                stage,
                "a rule of type " + type.provider() + " cannot have the result SKIP");
        settings(stage, rule, spec.orElseThrow());
    }

    private static void settings(StageDeclaration stage, RuleDeclaration rule, RuleTypeSpec spec) {
        var declared = Declared.of(rule, spec.fields());
        var place = "rule '" + rule.name() + "' ";
        declared.missing()
                .ifPresent(k ->
                        refuse(
                                true,
                                stage,
                                place + "is missing required configuration '" + k + "'"));
        declared.unknown()
                .ifPresent(k ->
                        refuse(true, stage, place + "contains unknown configuration '" + k + "'"));
        declared.strange()
                .ifPresent(f ->
                        refuse(
                                true,
                                stage,
                                place
                                        + "has a value for '"
                                        + f.key()
                                        + "' that is none of "
                                        + String.join(", ", f.values())));
        refuse(
                spec.commands() == rule.commands().isEmpty(),
                stage,
                place + (spec.commands() ? "has no commands" : "takes no commands"));
        // how many artifacts a rule may read is not documented, so no number is refused
    }

    private static void refuse(boolean isWrong, StageDeclaration stage, String what) {
        if (isWrong) {
            throw Structure.structure("Stage '" + stage.name() + "': " + what);
        }
    }
}
