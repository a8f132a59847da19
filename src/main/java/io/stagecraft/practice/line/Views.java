package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.When;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a pipeline and its runs look in answers.
final class Views {
    private static final String USER =
            "arn:aws:iam::" + io.stagecraft.practice.account.Holdings.ACCOUNT + ":user/practice";

    GetPipelineStateResponse state(Pipeline pipeline) {
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
                                        .lastChangedBy(gate.changed == null ? null : USER)
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
            var shown =
                    StageConditionState.builder()
                            .latestExecution(
                                    StageConditionsExecution.builder()
                                            .status(check.status)
                                            .summary(orNull(check.summary))
                                            .build())
                            .conditionStates(
                                    ConditionState.builder()
                                            .latestExecution(
                                                    ConditionExecution.builder()
                                                            .status(check.status)
                                                            .lastStatusChange(check.changed)
                                                            .build())
                                            .ruleStates(
                                                    check.rules.stream()
                                                            .map(r ->
                                                                    RuleState.builder()
                                                                            .ruleName(r.rule.name())
                                                                            .latestExecution(
                                                                                    RuleExecution
                                                                                            .builder()
                                                                                            .ruleExecutionId(
                                                                                                    r.id)
                                                                                            .status(
                                                                                                    r.status)
                                                                                            .summary(
                                                                                                    orNull(
                                                                                                            r.summary))
                                                                                            .lastStatusChange(
                                                                                                    r.changed)
                                                                                            .build())
                                                                            .build())
                                                            .toList())
                                            .build())
                            .build();
            switch (hook) {
                case "BEFORE_ENTRY" -> state.beforeEntryConditionState(shown);
                case "ON_SUCCESS" -> state.onSuccessConditionState(shown);
                default -> state.onFailureConditionState(shown);
            }
        });
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
                                    .errorDetails(error(run))
                                    .logStreamARN(orNull(run.logStream))
                                    .build());
                });
        return state.build();
    }

    private static @Nullable ErrorDetails error(StageRun.ActionRun run) {
        return run.errorCode.isEmpty()
                ? null
                : ErrorDetails.builder().code(run.errorCode).message(run.errorMessage).build();
    }

    PipelineExecution execution(Execution e) {
        return PipelineExecution.builder()
                .pipelineName(e.pipeline.name())
                .pipelineVersion(e.version)
                .pipelineExecutionId(e.id)
                .status(e.status)
                .statusSummary(orNull(e.summary))
                .artifactRevisions(
                        e.revisions.stream()
                                .map(r ->
                                        ArtifactRevision.builder()
                                                .name(r.artifact())
                                                .revisionId(r.id())
                                                .revisionSummary(orNull(r.summary()))
                                                .created(r.at())
                                                .build())
                                .toList())
                .variables(
                        e.variables.entrySet().stream()
                                .map(v ->
                                        ResolvedPipelineVariable.builder()
                                                .name(v.getKey())
                                                .resolvedValue(v.getValue())
                                                .build())
                                .toList())
                .trigger(trigger(e))
                .executionMode(e.mode)
                .executionType(e.type)
                .rollbackMetadata(back(e))
                .build();
    }

    PipelineExecutionSummary summary(Execution e) {
        return PipelineExecutionSummary.builder()
                .pipelineExecutionId(e.id)
                .status(e.status)
                .statusSummary(orNull(e.summary))
                .startTime(e.started)
                .lastUpdateTime(e.updated)
                .sourceRevisions(
                        e.revisions.stream()
                                .map(r ->
                                        SourceRevision.builder()
                                                .actionName(r.action())
                                                .revisionId(r.id())
                                                .revisionSummary(orNull(r.summary()))
                                                .build())
                                .toList())
                .trigger(trigger(e))
                .stopTrigger(
                        e.stopReason.isEmpty()
                                ? null
                                : StopExecutionTrigger.builder().reason(e.stopReason).build())
                .executionMode(e.mode)
                .executionType(e.type)
                .rollbackMetadata(back(e))
                .build();
    }

    private static ExecutionTrigger trigger(Execution e) {
        return ExecutionTrigger.builder()
                .triggerType(e.trigger)
                .triggerDetail(orNull(e.triggerDetail))
                .build();
    }

    private static @Nullable PipelineRollbackMetadata back(Execution e) {
        return e.rollbackTarget.isEmpty()
                ? null
                : PipelineRollbackMetadata.builder()
                        .rollbackTargetPipelineExecutionId(e.rollbackTarget)
                        .build();
    }

    ActionExecutionDetail detail(StageRun.ActionRun run) {
        var execution = run.stage.execution;
        return ActionExecutionDetail.builder()
                .pipelineExecutionId(execution.id)
                .actionExecutionId(run.id)
                .pipelineVersion(execution.version)
                .stageName(run.stage.stage.name())
                .actionName(run.action.name())
                .startTime(run.started)
                .lastUpdateTime(run.changed)
                .updatedBy(orNull(run.updatedBy))
                .status(run.status)
                .input(
                        ActionExecutionInput.builder()
                                .actionTypeId(run.action.actionTypeId())
                                .configuration(run.action.configuration())
                                .resolvedConfiguration(run.resolved)
                                .roleArn(run.action.roleArn())
                                .region(
                                        Optional.ofNullable(run.action.region())
                                                .orElse(execution.pipeline.region))
                                .inputArtifacts(
                                        artifacts(
                                                execution,
                                                run.action.inputArtifacts().stream()
                                                        .map(InputArtifact::name)
                                                        .toList()))
                                .namespace(run.action.namespace())
                                .build())
                .output(
                        ActionExecutionOutput.builder()
                                .outputArtifacts(artifacts(execution, run.made))
                                .outputVariables(Map.copyOf(run.outputs))
                                .executionResult(
                                        ActionExecutionResult.builder()
                                                .externalExecutionId(orNull(run.externalId))
                                                .externalExecutionSummary(orNull(run.summary))
                                                .externalExecutionUrl(orNull(run.externalUrl))
                                                .errorDetails(error(run))
                                                .logStreamARN(orNull(run.logStream))
                                                .build())
                                .build())
                .build();
    }

    private static List<ArtifactDetail> artifacts(Execution execution, List<String> names) {
        return names.stream()
                .map(name -> {
                    var at = execution.artifacts.get(name);
                    return ArtifactDetail.builder()
                            .name(name)
                            .s3location(
                                    at == null
                                            ? null
                                            : S3Location.builder()
                                                    .bucket(at.bucket())
                                                    .key(at.key())
                                                    .build())
                            .build();
                })
                .toList();
    }

    RuleExecutionDetail detail(Execution execution, StageRun.RuleRun run) {
        return RuleExecutionDetail.builder()
                .pipelineExecutionId(execution.id)
                .ruleExecutionId(run.id)
                .pipelineVersion(execution.version)
                .stageName(run.stage)
                .ruleName(run.rule.name())
                .startTime(run.started)
                .lastUpdateTime(run.changed)
                .status(run.status)
                .input(
                        RuleExecutionInput.builder()
                                .ruleTypeId(run.rule.ruleTypeId())
                                .configuration(run.rule.configuration())
                                .resolvedConfiguration(run.resolved)
                                .build())
                .output(
                        RuleExecutionOutput.builder()
                                .executionResult(
                                        RuleExecutionResult.builder()
                                                .externalExecutionSummary(orNull(run.summary))
                                                .build())
                                .build())
                .build();
    }

    ActionType type(ActionSpec spec) {
        return ActionType.builder()
                .id(i ->
                        i.category(spec.type().category().word())
                                .owner(spec.type().owner().word())
                                .provider(spec.type().provider())
                                .version(spec.type().version()))
                .inputArtifactDetails(
                        a -> a.minimumCount(spec.inputs().min()).maximumCount(spec.inputs().max()))
                .outputArtifactDetails(a ->
                        a.minimumCount(spec.outputs().min()).maximumCount(spec.outputs().max()))
                .actionConfigurationProperties(
                        spec.fields().stream()
                                .map(f ->
                                        ActionConfigurationProperty.builder()
                                                .name(f.key())
                                                .key(true)
                                                .required(
                                                        f.required()
                                                                .filter(When.ALWAYS::equals)
                                                                .isPresent())
                                                .secret(f.kind() == FieldKind.SECRET)
                                                .build())
                                .toList())
                .build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
