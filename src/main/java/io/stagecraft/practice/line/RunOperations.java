package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starting and stopping executions.
record RunOperations(Desk desk) implements CodePipelineService.Operations {
    @Override
    public void join(Service service) {
        service.can("StartPipelineExecution", StartPipelineExecutionRequest::builder, this::start)
                .can("StopPipelineExecution", StopPipelineExecutionRequest::builder, this::stop)
                .can("PutActionRevision", PutActionRevisionRequest::builder, this::revise);
    }

    private StartPipelineExecutionResponse start(
            Caller caller, StartPipelineExecutionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.name());
            var token = Optional.ofNullable(request.clientRequestToken());
            var id = token.map(pipeline.starts::get).orElseGet(() -> started(pipeline, request));
            token.ifPresent(t -> pipeline.starts.put(t, id));
            return StartPipelineExecutionResponse.builder().pipelineExecutionId(id).build();
        });
    }

    private String started(Pipeline pipeline, StartPipelineExecutionRequest request) {
        var variables = new LinkedHashMap<String, String>();
        request.variables().forEach(v -> variables.put(v.name(), v.value()));
        return desk.pipelines()
                .start(
                        pipeline,
                        TriggerType.START_PIPELINE_EXECUTION,
                        Desk.USER,
                        variables,
                        revisions(pipeline, request.sourceRevisions()))
                .id;
    }

    private static Map<String, String> revisions(
            Pipeline pipeline, List<SourceRevisionOverride> overrides) {
        var sources = pipeline.declaration.stages().getFirst().actions();
        var revisions = new LinkedHashMap<String, String>();
        for (var revision : overrides) {
            if (sources.stream().noneMatch(a -> a.name().equals(revision.actionName()))) {
                throw new Refusal(
                        "ValidationException",
                        "The pipeline "
                                + pipeline.name()
                                + " has no source action named "
                                + revision.actionName());
            }
            revisions.put(revision.actionName(), revision.revisionValue());
        }
        return revisions;
    }

    private StopPipelineExecutionResponse stop(
            Caller caller, StopPipelineExecutionRequest request) {
        return desk.ask(() -> {
            var execution =
                    desk.execution(caller, request.pipelineName(), request.pipelineExecutionId());
            boolean abandon = Boolean.TRUE.equals(request.abandon());
            if (!execution.isLive()) {
                throw new Refusal(
                        "PipelineExecutionNotStoppableException",
                        "Pipeline execution '"
                                + execution.id
                                + "' is in status "
                                + execution.status
                                + " and cannot be stopped");
            }
            if (execution.status == PipelineExecutionStatus.STOPPING && !abandon) {
                throw new Refusal(
                        "DuplicatedStopRequestException",
                        "Pipeline execution '" + execution.id + "' is already being stopped");
            }
            execution.stopReason = Optional.ofNullable(request.reason()).orElse("");
            desk.pipelines().runner.stop(execution, abandon);
            return StopPipelineExecutionResponse.builder()
                    .pipelineExecutionId(execution.id)
                    .build();
        });
    }

    /// Starts the pipeline on a revision of a source, unless it was the last that this source brought.
    private PutActionRevisionResponse revise(Caller caller, PutActionRevisionRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            Desk.action(Desk.stage(pipeline, request.stageName()), request.actionName());
            var revision = request.actionRevision().revisionId();
            var last =
                    pipeline.executions.reversed().stream()
                            .filter(e ->
                                    e.revisions.stream()
                                            .anyMatch(r -> r.action().equals(request.actionName())))
                            .findFirst();
            var same =
                    last.filter(e ->
                            e.revisions.stream()
                                    .anyMatch(r ->
                                            r.action().equals(request.actionName())
                                                    && r.id().equals(revision)));
            var id =
                    same.map(e -> e.id)
                            .orElseGet(() ->
                                    desk.pipelines()
                                            .start(
                                                    pipeline,
                                                    TriggerType.PUT_ACTION_REVISION,
                                                    request.actionName(),
                                                    Map.of(),
                                                    Map.of(request.actionName(), revision))
                                            .id);
            return PutActionRevisionResponse.builder()
                    .newRevision(same.isEmpty())
                    .pipelineExecutionId(id)
                    .build();
        });
    }
}
