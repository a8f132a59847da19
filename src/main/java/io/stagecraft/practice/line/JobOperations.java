package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What workers of custom actions ask and report.
record JobOperations(Desk desk) implements CodePipelineService.Operations {
    private static final int LARGEST = 122_880;

    @Override
    public void join(Service service) {
        service.can("PollForJobs", PollForJobsRequest::builder, this::poll)
                .can("AcknowledgeJob", AcknowledgeJobRequest::builder, this::acknowledge)
                .can("GetJobDetails", GetJobDetailsRequest::builder, this::details)
                .can("PutJobSuccessResult", PutJobSuccessResultRequest::builder, this::succeed)
                .can("PutJobFailureResult", PutJobFailureResultRequest::builder, this::fail);
    }

    private Jobs jobs() {
        return desk.pipelines().jobs;
    }

    private PollForJobsResponse poll(Caller caller, PollForJobsRequest request) {
        return desk.ask(() -> {
            desk.pipelines().types.custom(caller.region(), request.actionTypeId());
            var found =
                    jobs()
                            .poll(
                                    caller.region(),
                                    request.actionTypeId(),
                                    Optional.ofNullable(request.maxBatchSize()).orElse(1),
                                    request.queryParam())
                            .stream()
                            .map(job ->
                                    Job.builder()
                                            .id(job.id)
                                            .nonce(job.nonce)
                                            .accountId(Holdings.ACCOUNT)
                                            .data(data(job))
                                            .build())
                            .toList();
            return PollForJobsResponse.builder().jobs(found).build();
        });
    }

    private AcknowledgeJobResponse acknowledge(Caller caller, AcknowledgeJobRequest request) {
        return desk.ask(() ->
                AcknowledgeJobResponse.builder()
                        .status(jobs().acknowledge(request.jobId(), request.nonce()))
                        .build());
    }

    private GetJobDetailsResponse details(Caller caller, GetJobDetailsRequest request) {
        return desk.ask(() -> {
            var job = jobs().get(request.jobId());
            return GetJobDetailsResponse.builder()
                    .jobDetails(d -> d.id(job.id).accountId(Holdings.ACCOUNT).data(data(job)))
                    .build();
        });
    }

    private PutJobSuccessResultResponse succeed(Caller caller, PutJobSuccessResultRequest request) {
        return desk.ask(() -> {
            var job = jobs().reported(request.jobId());
            Map<String, String> values = request.outputVariables();
            refuseTooMuch(values);
            tell(job, request.executionDetails());
            if (request.continuationToken() != null) {
                jobs().again(job, request.continuationToken());
            } else {
                job.status = JobStatus.SUCCEEDED;
                revision(job, request.currentRevision());
                desk.pipelines().scribe.leave(job.run, values);
                job.end.succeeded();
            }
            return PutJobSuccessResultResponse.builder().build();
        });
    }

    private static void refuseTooMuch(Map<String, String> values) {
        int size =
                values.entrySet().stream()
                        .mapToInt(v -> v.getKey().length() + v.getValue().length())
                        .sum();
        if (size > LARGEST) {
            throw new Refusal(
                    "OutputVariablesSizeExceededException",
                    "Exceeded the total size limit for all variables in the pipeline.");
        }
    }

    private static void tell(
            Jobs.Job job, @org.jspecify.annotations.Nullable ExecutionDetails details) {
        if (details != null) {
            job.run.summary = Optional.ofNullable(details.summary()).orElse(job.run.summary);
            job.run.externalId =
                    Optional.ofNullable(details.externalExecutionId()).orElse(job.run.externalId);
        }
    }

    /// What a custom source brought.
    private void revision(
            Jobs.Job job, @org.jspecify.annotations.Nullable CurrentRevision revision) {
        if (revision == null) {
            return;
        }
        job.run.revision = revision.revision();
        for (var output : job.run.action.outputArtifacts()) {
            job.run.stage.execution.revisions.add(
                    new Execution.Revision(
                            job.run.action.name(),
                            output.name(),
                            revision.revision(),
                            Optional.ofNullable(revision.revisionSummary()).orElse(""),
                            desk.time().now()));
        }
    }

    private PutJobFailureResultResponse fail(Caller caller, PutJobFailureResultRequest request) {
        return desk.ask(() -> {
            var job = jobs().reported(request.jobId());
            var details = request.failureDetails();
            job.status = JobStatus.FAILED;
            job.run.externalId =
                    Optional.ofNullable(details.externalExecutionId()).orElse(job.run.externalId);
            job.end.failed(details.typeAsString(), details.message());
            return PutJobFailureResultResponse.builder().build();
        });
    }

    /// Credentials are made up: there is no S3 here to use them on.
    private static JobData data(Jobs.Job job) {
        var run = job.run;
        var execution = run.stage.execution;
        var store = execution.pipeline.store(run.region());
        return JobData.builder()
                .actionTypeId(run.action.actionTypeId())
                .actionConfiguration(c -> c.configuration(run.resolved))
                .pipelineContext(c ->
                        c.pipelineName(execution.pipeline.name())
                                .pipelineArn(execution.pipeline.arn)
                                .pipelineExecutionId(execution.id)
                                .stage(s -> s.name(run.stage.stage.name()))
                                .action(a -> a.name(run.action.name()).actionExecutionId(run.id)))
                .inputArtifacts(
                        artifacts(
                                execution,
                                run.action.inputArtifacts().stream()
                                        .map(InputArtifact::name)
                                        .toList()))
                .outputArtifacts(
                        artifacts(
                                execution,
                                run.action.outputArtifacts().stream()
                                        .map(OutputArtifact::name)
                                        .toList()))
                .artifactCredentials(c ->
                        c.accessKeyId("ASIAPRACTICE00000000")
                                .secretAccessKey("practice")
                                .sessionToken("practice"))
                .continuationToken(RunView.orNull(job.continuation))
                .encryptionKey(store.map(ArtifactStore::encryptionKey).orElse(null))
                .build();
    }

    private static List<Artifact> artifacts(Execution execution, List<String> names) {
        return names.stream()
                .map(name -> {
                    var artifact = Artifact.builder().name(name);
                    var at = execution.artifacts.get(name);
                    if (at != null) {
                        artifact.location(l ->
                                l.type(ArtifactLocationType.S3)
                                        .s3Location(s ->
                                                s.bucketName(at.bucket()).objectKey(at.key())));
                    }
                    return artifact.build();
                })
                .toList();
    }
}
