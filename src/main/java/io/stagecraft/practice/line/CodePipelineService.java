package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CodePipeline's operations, as requests and answers.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Operations.html">Actions</a>
public final class CodePipelineService {
    private static final String USER =
            "arn:" + Holdings.PARTITION + ":iam::" + Holdings.ACCOUNT + ":user/practice";

    private final Timeline time;
    private final Pipelines pipelines;
    private final Views views;

    public CodePipelineService(Timeline time, Pipelines pipelines) {
        this.time = time;
        this.pipelines = pipelines;
        this.views = new Views();
    }

    /// What can be asked.
    public Service service() {
        return Service.json("codepipeline", "CodePipeline_20150709")
                .can("CreatePipeline", CreatePipelineRequest::builder, this::create)
                .can("UpdatePipeline", UpdatePipelineRequest::builder, this::update)
                .can("GetPipeline", GetPipelineRequest::builder, this::get)
                .can("DeletePipeline", DeletePipelineRequest::builder, this::delete)
                .can("ListPipelines", ListPipelinesRequest::builder, this::list)
                .can("StartPipelineExecution", StartPipelineExecutionRequest::builder, this::start)
                .can("StopPipelineExecution", StopPipelineExecutionRequest::builder, this::stop)
                .can("RetryStageExecution", RetryStageExecutionRequest::builder, this::retry)
                .can("RollbackStage", RollbackStageRequest::builder, this::rollBack)
                .can("PutApprovalResult", PutApprovalResultRequest::builder, this::answer)
                .can("EnableStageTransition", EnableStageTransitionRequest::builder, this::open)
                .can("DisableStageTransition", DisableStageTransitionRequest::builder, this::close)
                .can("GetPipelineState", GetPipelineStateRequest::builder, this::state)
                .can(
                        "GetPipelineExecution",
                        GetPipelineExecutionRequest::builder,
                        this::executionNamed)
                .can(
                        "ListPipelineExecutions",
                        ListPipelineExecutionsRequest::builder,
                        this::executions)
                .can("ListActionExecutions", ListActionExecutionsRequest::builder, this::actions)
                .can("ListRuleExecutions", ListRuleExecutionsRequest::builder, this::rules)
                .can("ListActionTypes", ListActionTypesRequest::builder, this::types)
                .can("ListTagsForResource", ListTagsForResourceRequest::builder, this::tags)
                .can("TagResource", TagResourceRequest::builder, this::tag)
                .can("UntagResource", UntagResourceRequest::builder, this::untag);
    }

    /// The lines that played actions wrote, as CloudWatch Logs tells them.
    public Service logs() {
        return Service.json("logs", "Logs_20140328").plainly("GetLogEvents", this::lines);
    }

    private CreatePipelineResponse create(Caller caller, CreatePipelineRequest request) {
        return time.ask(() -> {
            var made = pipelines.create(caller.region(), request.pipeline(), request.tags());
            return CreatePipelineResponse.builder()
                    .pipeline(made.declaration)
                    .tags(made.tags)
                    .build();
        });
    }

    private UpdatePipelineResponse update(Caller caller, UpdatePipelineRequest request) {
        return time.ask(() ->
                UpdatePipelineResponse.builder()
                        .pipeline(pipelines.update(caller.region(), request.pipeline()).declaration)
                        .build());
    }

    private GetPipelineResponse get(Caller caller, GetPipelineRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.name());
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
        return time.ask(() -> {
            pipelines.delete(caller.region(), request.name());
            return DeletePipelineResponse.builder().build();
        });
    }

    private ListPipelinesResponse list(Caller caller, ListPipelinesRequest request) {
        return time.ask(() -> {
            var all =
                    pipelines
                            .in(caller.region())
                            .map(p ->
                                    PipelineSummary.builder()
                                            .name(p.name())
                                            .version(p.declaration.version())
                                            .pipelineType(p.declaration.pipelineType())
                                            .executionMode(p.mode())
                                            .created(p.created)
                                            .updated(p.updated)
                                            .build())
                            .toList();
            var page = Page.of(all, request.maxResults(), 1000, request.nextToken());
            return ListPipelinesResponse.builder()
                    .pipelines(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private StartPipelineExecutionResponse start(
            Caller caller, StartPipelineExecutionRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.name());
            var token = Optional.ofNullable(request.clientRequestToken());
            var known = token.map(pipeline.starts::get);
            if (known.isPresent()) {
                return StartPipelineExecutionResponse.builder()
                        .pipelineExecutionId(known.get())
                        .build();
            }
            var variables = new LinkedHashMap<String, String>();
            request.variables().forEach(v -> variables.put(v.name(), v.value()));
            var revisions = new LinkedHashMap<String, String>();
            for (var revision : request.sourceRevisions()) {
                boolean known2 =
                        pipeline.declaration.stages().getFirst().actions().stream()
                                .anyMatch(a -> a.name().equals(revision.actionName()));
                if (!known2) {
                    throw new Refusal(
                            "ValidationException",
                            "The pipeline "
                                    + pipeline.name()
                                    + " has no source action named "
                                    + revision.actionName());
                }
                revisions.put(revision.actionName(), revision.revisionValue());
            }
            var execution =
                    pipelines.start(
                            pipeline,
                            TriggerType.START_PIPELINE_EXECUTION,
                            USER,
                            variables,
                            revisions);
            token.ifPresent(t -> pipeline.starts.put(t, execution.id));
            return StartPipelineExecutionResponse.builder()
                    .pipelineExecutionId(execution.id)
                    .build();
        });
    }

    private StopPipelineExecutionResponse stop(
            Caller caller, StopPipelineExecutionRequest request) {
        return time.ask(() -> {
            var execution =
                    execution(caller, request.pipelineName(), request.pipelineExecutionId());
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
            pipelines.runner.stop(execution, abandon);
            return StopPipelineExecutionResponse.builder()
                    .pipelineExecutionId(execution.id)
                    .build();
        });
    }

    private RetryStageExecutionResponse retry(Caller caller, RetryStageExecutionRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            var stage = stage(pipeline, request.stageName());
            var execution =
                    execution(caller, request.pipelineName(), request.pipelineExecutionId());
            var gate = pipeline.gate(stage.name());
            var run = execution.stages.get(stage.name());
            if (gate.latest != null && gate.latest != run
                    || execution.version != pipeline.declaration.version()) {
                throw new Refusal(
                        "NotLatestPipelineExecutionException",
                        "Pipeline execution '"
                                + execution.id
                                + "' is not the latest execution of stage '"
                                + stage.name()
                                + "'");
            }
            if (run == null
                    || run.status != StageExecutionStatus.FAILED
                            && run.status != StageExecutionStatus.STOPPED) {
                throw new Refusal(
                        "StageNotRetryableException",
                        "Stage '"
                                + stage.name()
                                + "' cannot be retried: it is "
                                + (run == null ? "not run" : run.status)
                                + " in execution '"
                                + execution.id
                                + "'");
            }
            pipelines.runner.retry(run, request.retryMode() == StageRetryMode.ALL_ACTIONS);
            return RetryStageExecutionResponse.builder().pipelineExecutionId(execution.id).build();
        });
    }

    private RollbackStageResponse rollBack(Caller caller, RollbackStageRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            var stage = stage(pipeline, request.stageName());
            var target =
                    execution(caller, request.pipelineName(), request.targetPipelineExecutionId());
            if (target.version != pipeline.declaration.version()) {
                throw new Refusal(
                        "PipelineExecutionOutdatedException",
                        "The structure of the pipeline has changed since execution '"
                                + target.id
                                + "'");
            }
            boolean good =
                    target.stage(stage.name())
                            .filter(s -> s.status == StageExecutionStatus.SUCCEEDED)
                            .isPresent();
            if (!good
                    || target.type == ExecutionType.ROLLBACK
                    || pipeline.mode() == ExecutionMode.PARALLEL
                    || stage.equals(pipeline.declaration.stages().getFirst())
                    || pipeline.gate(stage.name()).holder != null) {
                throw new Refusal(
                        "UnableToRollbackStageException",
                        "Stage '"
                                + stage.name()
                                + "' cannot be rolled back to execution '"
                                + target.id
                                + "'");
            }
            var execution =
                    pipelines.runner.rollBack(
                            pipeline, stage.name(), target, TriggerType.MANUAL_ROLLBACK, USER);
            return RollbackStageResponse.builder().pipelineExecutionId(execution.id).build();
        });
    }

    private PutApprovalResultResponse answer(Caller caller, PutApprovalResultRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            var stage = stage(pipeline, request.stageName());
            if (stage.actions().stream().noneMatch(a -> a.name().equals(request.actionName()))) {
                throw new Refusal(
                        "ActionNotFoundException",
                        "Stage '"
                                + stage.name()
                                + "' does not have an action with name '"
                                + request.actionName()
                                + "'");
            }
            var action =
                    pipeline.executions.stream()
                            .flatMap(e -> e.actions.stream())
                            .filter(a ->
                                    a.stage.stage.name().equals(stage.name())
                                            && a.action.name().equals(request.actionName()))
                            .filter(a -> !a.token.isEmpty() && a.token.equals(request.token()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Refusal(
                                            "InvalidApprovalTokenException",
                                            "The approval token is not valid for action '"
                                                    + request.actionName()
                                                    + "'"));
            if (!action.isRunning()) {
                throw new Refusal(
                        "ApprovalAlreadyCompletedException",
                        "The approval action has already been approved or rejected.");
            }
            boolean approved = request.result().status() == ApprovalStatus.APPROVED;
            action.summary = request.result().summary();
            action.updatedBy = USER;
            if (!approved) {
                action.errorCode = "JobFailed";
                action.errorMessage =
                        request.result().summary().isEmpty()
                                ? "The approval was rejected."
                                : "Rejected: " + request.result().summary();
            }
            pipelines.runner.ended(
                    action,
                    approved ? ActionExecutionStatus.SUCCEEDED : ActionExecutionStatus.FAILED);
            return PutApprovalResultResponse.builder().approvedAt(time.now()).build();
        });
    }

    private EnableStageTransitionResponse open(
            Caller caller, EnableStageTransitionRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            turn(pipeline, request.stageName(), request.transitionType(), true, "");
            return EnableStageTransitionResponse.builder().build();
        });
    }

    private DisableStageTransitionResponse close(
            Caller caller, DisableStageTransitionRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            turn(pipeline, request.stageName(), request.transitionType(), false, request.reason());
            return DisableStageTransitionResponse.builder().build();
        });
    }

    /// The way out of a stage is the way into the next.
    private void turn(
            Pipeline pipeline, String name, StageTransitionType type, boolean open, String reason) {
        var stage = stage(pipeline, name);
        var stages = pipeline.declaration.stages();
        int at = stages.indexOf(stage) + (type == StageTransitionType.OUTBOUND ? 1 : 0);
        if (at >= stages.size()) {
            return;
        }
        var gate = pipeline.gate(stages.get(at).name());
        gate.open = open;
        gate.reason = reason;
        gate.changed = time.now();
        pipelines.runner.admit(pipeline, stages.get(at).name());
    }

    private GetPipelineStateResponse state(Caller caller, GetPipelineStateRequest request) {
        return time.ask(() -> views.state(pipelines.get(caller.region(), request.name())));
    }

    private GetPipelineExecutionResponse executionNamed(
            Caller caller, GetPipelineExecutionRequest request) {
        return time.ask(() ->
                GetPipelineExecutionResponse.builder()
                        .pipelineExecution(
                                views.execution(
                                        execution(
                                                caller,
                                                request.pipelineName(),
                                                request.pipelineExecutionId())))
                        .build());
    }

    private ListPipelineExecutionsResponse executions(
            Caller caller, ListPipelineExecutionsRequest request) {
        return time.ask(() -> {
            var stage =
                    Optional.ofNullable(request.filter())
                            .map(PipelineExecutionFilter::succeededInStage)
                            .map(SucceededInStageFilter::stageName);
            var all =
                    pipelines
                            .get(caller.region(), request.pipelineName())
                            .executions
                            .reversed()
                            .stream()
                            .filter(e ->
                                    stage.isEmpty()
                                            || e.stage(stage.get())
                                                    .filter(s ->
                                                            s.status
                                                                    == StageExecutionStatus
                                                                            .SUCCEEDED)
                                                    .isPresent())
                            .map(views::summary)
                            .toList();
            var page = Page.of(all, request.maxResults(), 100, request.nextToken());
            return ListPipelineExecutionsResponse.builder()
                    .pipelineExecutionSummaries(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private ListActionExecutionsResponse actions(
            Caller caller, ListActionExecutionsRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            var all = new ArrayList<StageRun.ActionRun>();
            chosen(
                            caller,
                            pipeline,
                            Optional.ofNullable(request.filter())
                                    .flatMap(CodePipelineService::wanted))
                    .forEach(e -> all.addAll(e.actions));
            var page =
                    Page.of(
                            all.reversed().stream().map(views::detail).toList(),
                            request.maxResults(),
                            100,
                            request.nextToken());
            return ListActionExecutionsResponse.builder()
                    .actionExecutionDetails(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private static Optional<String> wanted(ActionExecutionFilter filter) {
        return Optional.ofNullable(filter.pipelineExecutionId())
                .or(() ->
                        Optional.ofNullable(filter.latestInPipelineExecution())
                                .map(LatestInPipelineExecutionFilter::pipelineExecutionId));
    }

    private ListRuleExecutionsResponse rules(Caller caller, ListRuleExecutionsRequest request) {
        return time.ask(() -> {
            var pipeline = pipelines.get(caller.region(), request.pipelineName());
            var wanted =
                    Optional.ofNullable(request.filter())
                            .flatMap(f ->
                                    Optional.ofNullable(f.pipelineExecutionId())
                                            .or(() ->
                                                    Optional.ofNullable(
                                                                    f.latestInPipelineExecution())
                                                            .map(
                                                                    LatestInPipelineExecutionFilter
                                                                            ::pipelineExecutionId)));
            var all = new ArrayList<RuleExecutionDetail>();
            chosen(caller, pipeline, wanted)
                    .forEach(e -> e.rules.forEach(r -> all.add(views.detail(e, r))));
            var page = Page.of(all.reversed(), request.maxResults(), 100, request.nextToken());
            return ListRuleExecutionsResponse.builder()
                    .ruleExecutionDetails(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private List<Execution> chosen(Caller caller, Pipeline pipeline, Optional<String> id) {
        return id.map(i -> List.of(execution(caller, pipeline.name(), i)))
                .orElse(pipeline.executions);
    }

    private ListActionTypesResponse types(Caller caller, ListActionTypesRequest request) {
        var types =
                pipelines.types().stream()
                        .filter(t ->
                                request.actionOwnerFilter() == null
                                        || request.actionOwnerFilterAsString()
                                                .equals(t.type().owner().word()))
                        .filter(t -> !t.type().provider().equals("*"))
                        .map(views::type)
                        .toList();
        var page = Page.of(types, null, 100, request.nextToken());
        return ListActionTypesResponse.builder()
                .actionTypes(page.items())
                .nextToken(page.next())
                .build();
    }

    private ListTagsForResourceResponse tags(Caller caller, ListTagsForResourceRequest request) {
        return time.ask(() ->
                ListTagsForResourceResponse.builder()
                        .tags(byArn(caller, request.resourceArn()).tags)
                        .build());
    }

    private TagResourceResponse tag(Caller caller, TagResourceRequest request) {
        return time.ask(() -> {
            var tags = byArn(caller, request.resourceArn()).tags;
            request.tags()
                    .forEach(tag -> {
                        tags.removeIf(t -> t.key().equals(tag.key()));
                        tags.add(tag);
                    });
            return TagResourceResponse.builder().build();
        });
    }

    private UntagResourceResponse untag(Caller caller, UntagResourceRequest request) {
        return time.ask(() -> {
            byArn(caller, request.resourceArn())
                    .tags
                    .removeIf(t -> request.tagKeys().contains(t.key()));
            return UntagResourceResponse.builder().build();
        });
    }

    private Pipeline byArn(Caller caller, String arn) {
        return pipelines
                .in(caller.region())
                .filter(p -> p.arn.equals(arn))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "ResourceNotFoundException",
                                "The resource " + arn + " was not found"));
    }

    private Execution execution(Caller caller, String pipeline, String id) {
        return pipelines
                .get(caller.region(), pipeline)
                .execution(id)
                .orElseThrow(() ->
                        new Refusal(
                                "PipelineExecutionNotFoundException",
                                "Pipeline execution with id '"
                                        + id
                                        + "' does not exist for pipeline '"
                                        + pipeline
                                        + "'"));
    }

    private static StageDeclaration stage(Pipeline pipeline, String name) {
        return pipeline.stage(name)
                .orElseThrow(() ->
                        new Refusal(
                                "StageNotFoundException",
                                "Pipeline '"
                                        + pipeline.name()
                                        + "' does not have a stage with name '"
                                        + name
                                        + "'"));
    }

    private Map<String, Object> lines(Caller caller, Map<?, ?> request) {
        return time.ask(() -> {
            var stream = String.valueOf(request.get("logStreamName"));
            var run =
                    pipelines
                            .in(caller.region())
                            .flatMap(p -> p.executions.stream())
                            .flatMap(e -> e.actions.stream())
                            .filter(a -> a.id.equals(stream))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Refusal(
                                            "ResourceNotFoundException",
                                            "The specified log stream does not exist."));
            var now = time.now();
            boolean over = !run.isRunning();
            var events =
                    run.log.stream()
                            .filter(l ->
                                    !l.at().isAfter(
                                                    over && run.changed.isBefore(now)
                                                            ? run.changed
                                                            : now))
                            .map(l ->
                                    Map.<String, Object>of(
                                            "timestamp",
                                            l.at().toEpochMilli(),
                                            "ingestionTime",
                                            l.at().toEpochMilli(),
                                            "message",
                                            l.text()))
                            .toList();
            return Map.of(
                    "events",
                    events,
                    "nextForwardToken",
                    "f/" + events.size(),
                    "nextBackwardToken",
                    "b/0");
        });
    }

    /// A piece of a list.
    private record Page<T>(List<T> items, @Nullable String next) {
        static <T> Page<T> of(
                List<T> all, @Nullable Integer max, int most, @Nullable String token) {
            int start = 0;
            if (token != null) {
                if (!token.matches("\\d{1,9}")) {
                    throw new Refusal(
                            "InvalidNextTokenException",
                            "The next token was specified in an invalid format.");
                }
                start = Math.min(all.size(), Integer.parseInt(token));
            }
            int end = Math.min(all.size(), start + Optional.ofNullable(max).orElse(most));
            return new Page<>(
                    all.subList(start, end), end < all.size() ? String.valueOf(end) : null);
        }
    }
}
