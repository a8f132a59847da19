package io.stagecraft.aws;

import io.stagecraft.model.Moment;
import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionState;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageExecution;
import software.amazon.awssdk.services.codepipeline.model.StageState;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts what three calls answered together into one [RunSnapshot].
///
/// @param state the pipeline's, whose latest executions may belong to different runs from stage to stage
/// @param taken when it was read
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_GetPipelineState.html">GetPipelineState</a>
record Snapshots(GetPipelineStateResponse state, Instant taken) {
    /// A stage as it is declared.
    ///
    /// @param moments when the stage looks at a rule of its conditions, by the rule's name, in their order; a name that
    ///     stands in two conditions is left out, as a rule's execution does not say which it was for
    record Column(String stage, List<String> actions, SequencedMap<String, Moment> moments) {
        static Column of(StageDeclaration stage) {
            return new Column(
                    stage.name(),
                    stage.actions().stream().map(ActionDeclaration::name).toList(),
                    RuleStates.moments(stage));
        }
    }

    /// How the pipeline stands now: in each stage the execution that was last in it.
    RunSnapshot latest(
            List<PipelineExecutionSummary> executions, List<ActionExecutionDetail> details) {
        var byId =
                details.stream()
                        .collect(
                                Collectors.toMap(
                                        ActionExecutionDetail::actionExecutionId,
                                        Function.identity(),
                                        (newer, _) -> newer));
        return new RunSnapshot(
                state.pipelineName(),
                taken,
                state.stageStates().stream().map(s -> stage(s, byId)).toList(),
                executions.stream().map(Executions::of).toList());
    }

    /// How one execution went, whatever has run since.
    ///
    /// @param rules what its conditions looked at, newest first
    RunSnapshot of(
            List<PipelineExecutionSummary> executions,
            String execution,
            List<Column> columns,
            List<ActionExecutionDetail> details,
            List<RuleExecutionDetail> rules) {
        var ended =
                executions.stream()
                        .filter(e -> e.pipelineExecutionId().equals(execution))
                        .findFirst()
                        .map(e -> Executions.of(e).status());
        return new RunSnapshot(
                state.pipelineName(),
                taken,
                columns.stream().map(c -> stage(c, execution, ended, details, rules)).toList(),
                executions.stream().map(Executions::of).toList());
    }

    private static StageRun stage(StageState stage, Map<String, ActionExecutionDetail> details) {
        var execution =
                Optional.ofNullable(stage.latestExecution())
                        .map(StageExecution::pipelineExecutionId);
        var actions =
                stage.actionStates().stream().map(a -> action(a, execution, details)).toList();
        var status =
                Optional.ofNullable(stage.latestExecution())
                        .map(e -> status(e.statusAsString()))
                        .orElse(RunStatus.NOT_RUN);
        return new StageRun(
                stage.stageName(),
                waits(status, actions),
                execution,
                waiting(stage),
                closed(stage),
                actions,
                RuleStates.of(stage));
    }

    private static boolean isIn(StageState stage, String execution) {
        return Optional.ofNullable(stage.latestExecution())
                .filter(e -> e.pipelineExecutionId().equals(execution))
                .isPresent();
    }

    private static List<String> waiting(StageState stage) {
        if (!stage.inboundExecutions().isEmpty()) {
            return stage.inboundExecutions().stream()
                    .map(StageExecution::pipelineExecutionId)
                    .toList();
        }
        return Optional.ofNullable(stage.inboundExecution()).stream()
                .map(StageExecution::pipelineExecutionId)
                .toList();
    }

    private static Optional<String> closed(StageState stage) {
        return Optional.ofNullable(stage.inboundTransitionState())
                .filter(t -> Boolean.FALSE.equals(t.enabled()))
                .map(t -> Optional.ofNullable(t.disabledReason()).orElse(""));
    }

    /// An action keeps showing the run before until the new one reaches it; here it has not run yet.
    private static ActionRun action(
            ActionState action,
            Optional<String> execution,
            Map<String, ActionExecutionDetail> details) {
        var latest = action.latestExecution();
        if (latest == null || latest.status() == null) {
            return notRun(action.actionName());
        }
        var detail = Optional.ofNullable(details.get(String.valueOf(latest.actionExecutionId())));
        if (detail.isPresent()
                && !detail.map(ActionExecutionDetail::pipelineExecutionId).equals(execution)) {
            return notRun(action.actionName());
        }
        var token = Optional.ofNullable(latest.token());
        var status = status(latest.statusAsString());
        return new ActionRun(
                action.actionName(),
                status == RunStatus.IN_PROGRESS && token.isPresent()
                        ? RunStatus.WAITING_FOR_APPROVAL
                        : status,
                detail.map(ActionExecutionDetail::startTime),
                Optional.ofNullable(latest.lastStatusChange()),
                said(latest.summary(), detail),
                status == RunStatus.IN_PROGRESS ? token : Optional.empty(),
                failure(latest.errorDetails()),
                Optional.ofNullable(latest.externalExecutionUrl())
                        .or(() -> Optional.ofNullable(action.entityUrl())),
                List.of());
    }

    private static String said(@Nullable String summary, Optional<ActionExecutionDetail> detail) {
        return summary != null ? summary : detail.flatMap(Snapshots::result).orElse("");
    }

    private static Optional<String> result(ActionExecutionDetail detail) {
        return Optional.ofNullable(detail.output())
                .flatMap(o -> Optional.ofNullable(o.executionResult()))
                .flatMap(r -> Optional.ofNullable(r.externalExecutionSummary()));
    }

    private StageRun stage(
            Column column,
            String execution,
            Optional<RunStatus> ended,
            List<ActionExecutionDetail> details,
            List<RuleExecutionDetail> rules) {
        var now =
                state.stageStates().stream()
                        .filter(s -> s.stageName().equals(column.stage()))
                        .findFirst();
        var actions =
                column.actions().stream()
                        .map(name ->
                                details.stream() // newest first: a retry hides what it repeats
                                        .filter(d ->
                                                d.stageName().equals(column.stage())
                                                        && d.actionName().equals(name))
                                        .findFirst()
                                        .map(d -> action(d, now))
                                        .orElseGet(() -> notRun(name)))
                        .toList();
        return new StageRun(
                column.stage(),
                stageStatus(execution, ended, now, actions),
                actions.stream().allMatch(a -> a.status() == RunStatus.NOT_RUN)
                        ? Optional.empty()
                        : Optional.of(execution),
                now.map(Snapshots::waiting).orElse(List.of()),
                now.flatMap(Snapshots::closed),
                actions,
                now.filter(s -> isIn(s, execution))
                        .map(RuleStates::of)
                        .orElseGet(() -> RuleStates.of(column, rules)));
    }

    private static ActionRun action(ActionExecutionDetail detail, Optional<StageState> now) {
        var result =
                Optional.ofNullable(detail.output())
                        .flatMap(o -> Optional.ofNullable(o.executionResult()));
        var status = status(detail.statusAsString());
        var token =
                status == RunStatus.IN_PROGRESS && isApproval(detail)
                        ? token(detail, now)
                                .or(() ->
                                        result.flatMap(
                                                r -> Optional.ofNullable(r.externalExecutionId())))
                        : Optional.<String>empty();
        return new ActionRun(
                detail.actionName(),
                token.isPresent() ? RunStatus.WAITING_FOR_APPROVAL : status,
                Optional.ofNullable(detail.startTime()),
                Optional.ofNullable(detail.lastUpdateTime()),
                result(detail).orElse(""),
                token,
                failure(result.map(r -> r.errorDetails()).orElse(null)),
                result.flatMap(r -> Optional.ofNullable(r.externalExecutionUrl())),
                List.of());
    }

    /// What one action did in one execution; nothing where AWS does not say when it began.
    static Optional<PastAction> past(ActionExecutionDetail detail, Instant taken) {
        var status = status(detail.statusAsString());
        return Optional.ofNullable(detail.startTime())
                .map(started ->
                        new PastAction(
                                detail.pipelineExecutionId(),
                                detail.stageName(),
                                detail.actionName(),
                                isApproval(detail),
                                status,
                                started,
                                status.isLive()
                                        ? taken
                                        : Optional.ofNullable(detail.lastUpdateTime())
                                                .orElse(started)));
    }

    private static boolean isApproval(ActionExecutionDetail detail) {
        return detail.input() != null
                && detail.input().actionTypeId() != null
                && detail.input().actionTypeId().category() == ActionCategory.APPROVAL;
    }

    /// The token that the pipeline's state has for this very action execution.
    private static Optional<String> token(ActionExecutionDetail detail, Optional<StageState> now) {
        return now.stream()
                .flatMap(s -> s.actionStates().stream())
                .map(ActionState::latestExecution)
                .filter(e -> e != null && detail.actionExecutionId().equals(e.actionExecutionId()))
                .findFirst()
                .flatMap(e -> Optional.ofNullable(e.token()));
    }

    /// AWS keeps a stage's own state only for the execution that was last in it; for others it follows from the actions.
    private static RunStatus stageStatus(
            String execution,
            Optional<RunStatus> ended,
            Optional<StageState> now,
            List<ActionRun> actions) {
        var last =
                now.map(StageState::latestExecution)
                        .filter(e -> e.pipelineExecutionId().equals(execution));
        if (last.isPresent()) {
            return waits(status(last.get().statusAsString()), actions);
        }
        var statuses = actions.stream().map(ActionRun::status).toList();
        if (statuses.stream().allMatch(s -> s == RunStatus.NOT_RUN)) {
            return RunStatus.NOT_RUN;
        }
        if (statuses.stream().anyMatch(RunStatus::isLive)) {
            return waits(RunStatus.IN_PROGRESS, actions);
        }
        if (statuses.contains(RunStatus.FAILED)) {
            return RunStatus.FAILED;
        }
        return statuses.stream().allMatch(s -> s == RunStatus.SUCCEEDED)
                ? RunStatus.SUCCEEDED
                : ended.orElse(RunStatus.IN_PROGRESS);
    }

    private static RunStatus waits(RunStatus status, List<ActionRun> actions) {
        return status == RunStatus.IN_PROGRESS
                        && actions.stream()
                                .anyMatch(a -> a.status() == RunStatus.WAITING_FOR_APPROVAL)
                        && actions.stream().noneMatch(a -> a.status() == RunStatus.IN_PROGRESS)
                ? RunStatus.WAITING_FOR_APPROVAL
                : status;
    }

    private static Optional<Failure> failure(@Nullable ErrorDetails error) {
        return Optional.ofNullable(error)
                .map(e -> new Failure(String.valueOf(e.code()), String.valueOf(e.message())));
    }

    private static ActionRun notRun(String name) {
        return new ActionRun(
                name,
                RunStatus.NOT_RUN,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /// The word that AWS uses for a stage's, an action's or an execution's status.
    static RunStatus status(@Nullable String word) {
        return switch (String.valueOf(word)) {
            case "Stopping" -> RunStatus.STOPPING;
            case "Stopped" -> RunStatus.STOPPED;
            case "Succeeded" -> RunStatus.SUCCEEDED;
            case "Failed" -> RunStatus.FAILED;
            case "Cancelled" -> RunStatus.CANCELLED;
            case "Superseded" -> RunStatus.SUPERSEDED;
            case "Skipped" -> RunStatus.SKIPPED;
            case "Abandoned" -> RunStatus.ABANDONED;
            case "null" -> RunStatus.NOT_RUN;
            default -> RunStatus.IN_PROGRESS; // a word that is new since
        };
    }
}
