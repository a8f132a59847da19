package io.stagecraft.practice.line;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How executions, actions and rules that ran look in answers.
final class RunView {
    private RunView() {}

    static PipelineExecution execution(Execution e) {
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

    static PipelineExecutionSummary summary(Execution e) {
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

    static ActionExecutionDetail detail(StageRun.ActionRun run) {
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
                                                .errorDetails(
                                                        error(run.errorCode, run.errorMessage))
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

    static RuleExecutionDetail detail(Execution execution, StageRun.RuleRun run) {
        var work = Work.of(run, execution);
        return RuleExecutionDetail.builder()
                .pipelineExecutionId(execution.id)
                .ruleExecutionId(run.id)
                .pipelineVersion(execution.version)
                .stageName(run.stage)
                .ruleName(run.rule.name())
                .startTime(run.started)
                .lastUpdateTime(run.changed)
                .updatedBy(orNull(run.updatedBy))
                .status(run.status)
                .input(
                        RuleExecutionInput.builder()
                                .ruleTypeId(run.rule.ruleTypeId())
                                .configuration(run.rule.configuration())
                                .resolvedConfiguration(run.resolved)
                                .roleArn(run.rule.roleArn())
                                .region(work.region())
                                .inputArtifacts(artifacts(execution, work.inputs()))
                                .build())
                .output(
                        RuleExecutionOutput.builder()
                                .executionResult(
                                        RuleExecutionResult.builder()
                                                .externalExecutionId(orNull(run.externalId))
                                                .externalExecutionSummary(orNull(run.summary))
                                                .errorDetails(
                                                        error(run.errorCode, run.errorMessage))
                                                .build())
                                .build())
                .build();
    }

    static @Nullable ErrorDetails error(String code, String message) {
        return code.isEmpty() ? null : ErrorDetails.builder().code(code).message(message).build();
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
