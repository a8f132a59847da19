package io.stagecraft.aws;

import io.stagecraft.run.RunSnapshot.RuleRun;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.RuleExecution;
import software.amazon.awssdk.services.codepipeline.model.RuleState;
import software.amazon.awssdk.services.codepipeline.model.StageConditionState;
import software.amazon.awssdk.services.codepipeline.model.StageState;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the conditions of a stage looked at in the execution that is or was last in it.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_StageConditionState.html">StageConditionState</a>
final class RuleStates {
    private RuleStates() {}

    /// Rules that were looked at, in the order of the moments.
    static List<RuleRun> of(StageState stage) {
        return Stream.of(
                        at("entry", stage.beforeEntryConditionState()),
                        at("success", stage.onSuccessConditionState()),
                        at("failure", stage.onFailureConditionState()))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<RuleRun> at(String moment, @Nullable StageConditionState state) {
        return Stream.ofNullable(state)
                .flatMap(s -> s.conditionStates().stream())
                .flatMap(c -> c.ruleStates().stream())
                .flatMap(r -> rule(moment, r));
    }

    private static Stream<RuleRun> rule(String moment, RuleState state) {
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
        return Optional.ofNullable(run.errorDetails())
                .map(ErrorDetails::message)
                .or(() -> Optional.ofNullable(run.summary()))
                .orElse("");
    }
}
