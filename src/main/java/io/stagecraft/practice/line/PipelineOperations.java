package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.List;
import java.util.Optional;

/// Making, reading, changing and deleting pipelines.
record PipelineOperations(Desk desk) implements CodePipelineService.Operations {
    @Override
    public void join(Service service) {
        service.can("CreatePipeline", CreatePipelineRequest::builder, this::create)
                .can("UpdatePipeline", UpdatePipelineRequest::builder, this::update)
                .can("GetPipeline", GetPipelineRequest::builder, this::get)
                .can("DeletePipeline", DeletePipelineRequest::builder, this::delete)
                .can("ListPipelines", ListPipelinesRequest::builder, this::list);
    }

    private CreatePipelineResponse create(Caller caller, CreatePipelineRequest request) {
        return desk.ask(() -> {
            var made =
                    desk.pipelines()
                            .createAlone(
                                    caller.region(),
                                    request.pipeline(),
                                    Tags.with(List.of(), request.tags()));
            return CreatePipelineResponse.builder()
                    .pipeline(made.declaration)
                    .tags(made.tags)
                    .build();
        });
    }

    private UpdatePipelineResponse update(Caller caller, UpdatePipelineRequest request) {
        return desk.ask(() -> {
            var changed = desk.pipelines().update(caller.region(), request.pipeline());
            return UpdatePipelineResponse.builder().pipeline(changed.declaration).build();
        });
    }

    private GetPipelineResponse get(Caller caller, GetPipelineRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.name());
            int version =
                    Optional.ofNullable(request.version()).orElse(pipeline.declaration.version());
            var declaration = pipeline.versions.get(version);
            if (declaration == null) {
                throw new Refusal(
                        "PipelineVersionNotFoundException",
                        "Pipeline '"
                                + request.name()
                                + "' does not have a version '"
                                + version
                                + "'");
            }
            return GetPipelineResponse.builder()
                    .pipeline(declaration)
                    .metadata(
                            PipelineMetadata.builder()
                                    .pipelineArn(pipeline.arn)
                                    .created(pipeline.created)
                                    .updated(pipeline.updated)
                                    .build())
                    .build();
        });
    }

    private DeletePipelineResponse delete(Caller caller, DeletePipelineRequest request) {
        return desk.ask(() -> {
            desk.pipelines().delete(caller.region(), request.name());
            return DeletePipelineResponse.builder().build();
        });
    }

    private ListPipelinesResponse list(Caller caller, ListPipelinesRequest request) {
        return desk.ask(() -> {
            var all =
                    desk.pipelines().in(caller.region()).map(PipelineOperations::summary).toList();
            var page = Page.of(all, request.maxResults(), 1000, request.nextToken());
            return ListPipelinesResponse.builder()
                    .pipelines(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private static PipelineSummary summary(Pipeline pipeline) {
        return PipelineSummary.builder()
                .name(pipeline.name())
                .version(pipeline.declaration.version())
                .pipelineType(pipeline.declaration.pipelineType())
                .executionMode(pipeline.mode())
                .created(pipeline.created)
                .updated(pipeline.updated)
                .build();
    }
}
