package io.stagecraft.aws;

import io.stagecraft.model.Moment;
import io.stagecraft.run.RunSnapshot.RuleRun;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.RuleExecution;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.RuleState;
import software.amazon.awssdk.services.codepipeline.model.StageConditionState;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageState;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What the conditions of a stage looked at, in the execution that is or was last in it or in any other.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StageConditionState.html">StageConditionState</a>
final class RuleStates {
    private RuleStates() {}

    /// Rules that were looked at, in the order of the moments.
    static List<RuleRun> of(StageState stage) {
        return Stream.of(
                        at(Moment.ENTRY, stage.beforeEntryConditionState()),
                        at(Moment.SUCCESS, stage.onSuccessConditionState()),
                        at(Moment.FAILURE, stage.onFailureConditionState()))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<RuleRun> at(Moment moment, @Nullable StageConditionState state) {
        return Stream.ofNullable(state)
                .flatMap(s -> s.conditionStates().stream())
                .flatMap(c -> c.ruleStates().stream())
                .flatMap(r -> rule(moment, r));
    }

    private static Stream<RuleRun> rule(Moment moment, RuleState state) {
        return Stream.ofNullable(state.latestExecution())
                .map(run ->
                        new RuleRun(
                                moment,
                                state.ruleName(),
                                Snapshots.status(run.statusAsString()),
                                Optional.ofNullable(run.lastStatusChange()),
                                words(run)));
    }

    private static String words(RuleExecution run) {
        return words(run.errorDetails(), run.summary());
    }

    private static String words(@Nullable ErrorDetails error, @Nullable String summary) {
        return Optional.ofNullable(error)
                .map(ErrorDetails::message)
                .or(() -> Optional.ofNullable(summary))
                .orElse("");
    }

    /// When a stage looks at each of its rules; see [Snapshots.Column].
    static SequencedMap<String, Moment> moments(StageDeclaration stage) {
        var moments = new LinkedHashMap<String, Moment>();
        var twice = new HashSet<String>();
        declared(stage)
                .forEach(rule -> {
                    if (moments.put(rule.name(), rule.moment()) != null) {
                        twice.add(rule.name());
                    }
                });
        moments.keySet().removeAll(twice);
        return moments;
    }

    private record Declared(String name, Moment moment) {}

    private static Stream<Declared> declared(StageDeclaration stage) {
        return Stream.of(
                        Stream.ofNullable(stage.beforeEntry())
                                .flatMap(e -> rules(Moment.ENTRY, e.conditions())),
                        Stream.ofNullable(stage.onSuccess())
                                .flatMap(e -> rules(Moment.SUCCESS, e.conditions())),
                        Stream.ofNullable(stage.onFailure())
                                .flatMap(e -> rules(Moment.FAILURE, e.conditions())))
                .flatMap(s -> s);
    }

    private static Stream<Declared> rules(Moment moment, List<Condition> conditions) {
        return conditions.stream()
                .flatMap(c -> c.rules().stream())
                .map(r -> new Declared(r.name(), moment));
    }

    /// Rules that were looked at in one execution, by its own list: the newest of each.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_RuleExecutionDetail.html">RuleExecutionDetail</a>
    static List<RuleRun> of(Snapshots.Column stage, List<RuleExecutionDetail> details) {
        return stage.moments().entrySet().stream()
                .flatMap(rule ->
                        details.stream()
                                .filter(d ->
                                        stage.stage().equals(d.stageName())
                                                && rule.getKey().equals(d.ruleName()))
                                .limit(1)
                                .map(d -> rule(rule.getValue(), d)))
                .toList();
    }

    private static RuleRun rule(Moment moment, RuleExecutionDetail detail) {
        var result =
                Optional.ofNullable(detail.output())
                        .flatMap(o -> Optional.ofNullable(o.executionResult()));
        return new RuleRun(
                moment,
                detail.ruleName(),
                Snapshots.status(detail.statusAsString()),
                Optional.ofNullable(detail.lastUpdateTime()),
                result.map(r -> words(r.errorDetails(), r.externalExecutionSummary())).orElse(""));
    }
}
