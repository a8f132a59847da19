package io.stagecraft.practice.line;

import static io.stagecraft.practice.line.RunView.orNull;

import software.amazon.awssdk.services.codepipeline.model.*;

/// How a pipeline stands, as GetPipelineState tells it.
final class StateView {
    private StateView() {}

    static GetPipelineStateResponse of(Pipeline pipeline) {
        return GetPipelineStateResponse.builder()
                .pipelineName(pipeline.name())
                .pipelineVersion(pipeline.declaration.version())
                .created(pipeline.created)
                .updated(pipeline.updated)
                .stageStates(
                        pipeline.declaration.stages().stream()
                                .map(s -> state(pipeline, s))
                                .toList())
                .build();
    }

    private static StageState state(Pipeline pipeline, StageDeclaration stage) {
        var gate = pipeline.gate(stage.name());
        var state =
                StageState.builder()
                        .stageName(stage.name())
                        .inboundTransitionState(
                                TransitionState.builder()
                                        .enabled(gate.open)
                                        .disabledReason(orNull(gate.reason))
                                        .lastChangedAt(gate.changed)
                                        .lastChangedBy(gate.changed == null ? null : Desk.USER)
                                        .build());
        var waiting =
                gate.waiting.stream()
                        .map(e ->
                                StageExecution.builder()
                                        .pipelineExecutionId(e.id)
                                        .status(StageExecutionStatus.IN_PROGRESS)
                                        .type(e.type)
                                        .build())
                        .toList();
        if (!waiting.isEmpty()) {
            state.inboundExecution(waiting.getFirst()).inboundExecutions(waiting);
        }
        var run = gate.latest;
        if (run != null && run.execution.mode != ExecutionMode.PARALLEL) {
            state.latestExecution(
                    StageExecution.builder()
                            .pipelineExecutionId(run.execution.id)
                            .status(run.status)
                            .type(run.execution.type)
                            .build());
            conditions(state, run);
            if (run.lastRetry != null) {
                state.retryStageMetadata(
                        RetryStageMetadata.builder()
                                .autoStageRetryAttempt(run.automaticRetries)
                                .manualStageRetryAttempt(run.manualRetries)
                                .latestRetryTrigger(run.lastRetry)
                                .build());
            }
        }
        return state.actionStates(
                        stage.actions().stream().map(a -> state(pipeline, stage, a)).toList())
                .build();
    }

    private static void conditions(StageState.Builder state, StageRun run) {
        run.checks.forEach((hook, check) -> {
            var shown = condition(check);
            switch (hook) {
                case BEFORE_ENTRY -> state.beforeEntryConditionState(shown);
                case ON_SUCCESS -> state.onSuccessConditionState(shown);
                case ON_FAILURE -> state.onFailureConditionState(shown);
            }
        });
    }

    private static StageConditionState condition(StageRun.Check check) {
        var latest =
                ConditionExecution.builder()
                        .status(check.status)
                        .summary(orNull(check.summary))
                        .lastStatusChange(check.changed)
                        .build();
        return StageConditionState.builder()
                .latestExecution(
                        StageConditionsExecution.builder()
                                .status(check.status)
                                .summary(orNull(check.summary))
                                .build())
                .conditionStates(
                        ConditionState.builder()
                                .latestExecution(latest)
                                .ruleStates(check.rules.stream().map(StateView::rule).toList())
                                .build())
                .build();
    }

    private static RuleState rule(StageRun.RuleRun run) {
        return RuleState.builder()
                .ruleName(run.rule.name())
                .latestExecution(
                        RuleExecution.builder()
                                .ruleExecutionId(run.id)
                                .status(run.status)
                                .summary(orNull(run.summary))
                                .lastStatusChange(run.changed)
                                .lastUpdatedBy(orNull(run.updatedBy))
                                .externalExecutionId(orNull(run.externalId))
                                .errorDetails(RunView.error(run.errorCode, run.errorMessage))
                                .build())
                .build();
    }

    private static ActionState state(
            Pipeline pipeline, StageDeclaration stage, ActionDeclaration action) {
        var state = ActionState.builder().actionName(action.name());
        pipeline.executions.stream()
                .flatMap(e -> e.actions.stream())
                .filter(a ->
                        a.stage.stage.name().equals(stage.name())
                                && a.action.name().equals(action.name()))
                .reduce((a, b) -> b.started.isBefore(a.started) ? a : b)
                .ifPresent(run -> {
                    if (!run.revision.isEmpty()) {
                        state.currentRevision(
                                ActionRevision.builder()
                                        .revisionId(run.revision)
                                        .revisionChangeId(run.id)
                                        .created(run.changed)
                                        .build());
                    }
                    state.latestExecution(
                            ActionExecution.builder()
                                    .actionExecutionId(run.id)
                                    .status(run.status)
                                    .summary(orNull(run.summary))
                                    .lastStatusChange(run.changed)
                                    .token(run.isRunning() ? orNull(run.token) : null)
                                    .lastUpdatedBy(orNull(run.updatedBy))
                                    .externalExecutionId(orNull(run.externalId))
                                    .externalExecutionUrl(orNull(run.externalUrl))
                                    .percentComplete(
                                            run.status == ActionExecutionStatus.SUCCEEDED
                                                    ? 100
                                                    : null)
                                    .errorDetails(RunView.error(run.errorCode, run.errorMessage))
                                    .logStreamARN(orNull(run.logStream))
                                    .build());
                });
        return state.build();
    }
}
