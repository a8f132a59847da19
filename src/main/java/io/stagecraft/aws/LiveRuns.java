package io.stagecraft.aws;

import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot;

import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionFilter;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineStateResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.PipelineSummary;
import software.amazon.awssdk.services.codepipeline.model.PipelineVariable;
import software.amazon.awssdk.services.codepipeline.model.PipelineVariableDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.SourceRevisionOverride;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StageTransitionType;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The runs of one target, through CodePipeline's own API.
///
/// A snapshot takes three calls: GetPipelineState for the stages, ListPipelineExecutions for the executions and
/// ListActionExecutions for when each action began, which the state does not say. One execution on its own takes GetPipeline
/// besides, and ListRuleExecutions where the pipeline has conditions.
public final class LiveRuns implements Runs, AutoCloseable {
    private static final int EXECUTIONS = 25;
    private static final int ACTIONS = 100;
    private static final int HISTORY_PAGES = 5; // 25 executions of 20 actions

    private final Clients clients;
    private final Refusals refusals;
    private final Clock clock;

    public LiveRuns(Target target) {
        this(target, Clock.systemUTC());
    }

    LiveRuns(Target target, Clock clock) {
        clients = new Clients(target);
        refusals = new Refusals(target);
        this.clock = clock;
    }

    @Override
    public RunSnapshot read(String pipeline) throws AwsRefusal {
        return asking(
                "reading pipeline " + pipeline,
                aws -> {
                    var state = aws.getPipelineState(r -> r.name(pipeline));
                    var executions =
                            aws.listPipelineExecutions(
                                            r -> r.pipelineName(pipeline).maxResults(EXECUTIONS))
                                    .pipelineExecutionSummaries();
                    var newest = executions.stream().findFirst();
                    if (newest.filter(e -> e.executionMode() == ExecutionMode.PARALLEL)
                            .isPresent()) {
                        // executions that run side by side have no common state, so the newest
                        // stands for all
                        var one = newest.get().pipelineExecutionId();
                        return alone(aws, new Snapshots(state, taken(state)), executions, one);
                    }
                    return new Snapshots(state, taken(state))
                            .latest(executions, actions(aws, pipeline, null));
                });
    }

    @Override
    public RunSnapshot read(String pipeline, String execution) throws AwsRefusal {
        return asking(
                "reading execution " + execution + " of pipeline " + pipeline,
                aws -> {
                    var state = aws.getPipelineState(r -> r.name(pipeline));
                    var executions =
                            aws.listPipelineExecutions(
                                            r -> r.pipelineName(pipeline).maxResults(EXECUTIONS))
                                    .pipelineExecutionSummaries();
                    return alone(aws, new Snapshots(state, taken(state)), executions, execution);
                });
    }

    /// When the account answered, by its own time where it tells it: a Practice account's time passes faster than the wall's.
    private Instant taken(GetPipelineStateResponse state) {
        return state.sdkHttpResponse()
                .firstMatchingHeader("x-account-time")
                .map(Instant::parse)
                .orElseGet(clock::instant);
    }

    /// Stages and actions as they are declared now: an execution's own list holds only those that began.
    private static List<Snapshots.Column> structure(CodePipelineClient aws, String pipeline) {
        return aws.getPipeline(r -> r.name(pipeline)).pipeline().stages().stream()
                .map(Snapshots.Column::of)
                .toList();
    }

    /// One execution by its own lists: the state knows only the execution that was last in each stage.
    private static RunSnapshot alone(
            CodePipelineClient aws,
            Snapshots snapshots,
            List<PipelineExecutionSummary> executions,
            String execution) {
        var pipeline = snapshots.state().pipelineName();
        var columns = structure(aws, pipeline);
        return snapshots.of(
                executions,
                execution,
                columns,
                actions(aws, pipeline, execution),
                columns.stream().allMatch(c -> c.moments().isEmpty())
                        ? List.of()
                        : rules(aws, pipeline, execution));
    }

    /// What the conditions looked at in an execution, newest first.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListRuleExecutions.html">ListRuleExecutions</a>
    private static List<RuleExecutionDetail> rules(
            CodePipelineClient aws, String pipeline, String execution) {
        try {
            return aws.listRuleExecutions(r ->
                            r.pipelineName(pipeline)
                                    .maxResults(ACTIONS)
                                    .filter(f -> f.pipelineExecutionId(execution)))
                    .ruleExecutionDetails();
        } catch (CodePipelineException refused) {
            if (refused.awsErrorDetails() != null
                    && "AccessDeniedException".equals(refused.awsErrorDetails().errorCode())) {
                return List.of(); // whoever may see the run and not this sees the run
            }
            throw refused;
        }
    }

    /// The newest action executions, of one pipeline execution or of all.
    private static List<ActionExecutionDetail> actions(
            CodePipelineClient aws,
            String pipeline,
            @org.jspecify.annotations.Nullable String execution) {
        return aws.listActionExecutions(
                        r -> {
                            r.pipelineName(pipeline).maxResults(ACTIONS);
                            if (execution != null) {
                                r.filter(
                                        ActionExecutionFilter.builder()
                                                .pipelineExecutionId(execution)
                                                .build());
                            }
                        })
                .actionExecutionDetails();
    }

    @Override
    public List<PastAction> history(String pipeline) throws AwsRefusal {
        return asking(
                "reading what ran in " + pipeline,
                aws -> {
                    var taken = taken(aws.getPipelineState(r -> r.name(pipeline)));
                    return aws
                            .listActionExecutionsPaginator(
                                    r -> r.pipelineName(pipeline).maxResults(ACTIONS))
                            .stream()
                            .limit(HISTORY_PAGES)
                            .flatMap(page -> page.actionExecutionDetails().stream())
                            .flatMap(a -> Snapshots.past(a, taken).stream())
                            .toList();
                });
    }

    @Override
    public List<String> pipelines() throws AwsRefusal {
        return asking(
                "listing pipelines",
                aws ->
                        aws.listPipelinesPaginator().pipelines().stream()
                                .map(PipelineSummary::name)
                                .sorted()
                                .toList());
    }

    @Override
    public String start(String pipeline, Start with) throws AwsRefusal {
        var variables =
                with.variables().entrySet().stream()
                        .map(v ->
                                PipelineVariable.builder()
                                        .name(v.getKey())
                                        .value(v.getValue())
                                        .build())
                        .toList();
        var revisions =
                with.revisions().stream()
                        .map(v ->
                                SourceRevisionOverride.builder()
                                        .actionName(v.action())
                                        .revisionType(v.type())
                                        .revisionValue(v.value())
                                        .build())
                        .toList();
        try {
            return asking(
                    "starting pipeline " + pipeline,
                    aws ->
                            aws.startPipelineExecution(
                                            r -> {
                                                r.name(pipeline);
                                                if (!variables.isEmpty()) {
                                                    r.variables(variables);
                                                }
                                                if (!revisions.isEmpty()) {
                                                    r.sourceRevisions(revisions);
                                                }
                                            })
                                    .pipelineExecutionId());
        } catch (AwsRefusal refusal) {
            throw wanting(pipeline, with, refusal);
        }
    }

    /// The same refusal, with the variables that the start left without a value, where there are any: what AWS then says is
    /// documented nowhere, so it is the pipeline that is asked.
    private AwsRefusal wanting(String pipeline, Start with, AwsRefusal refusal) {
        if (!refusal.advice().isEmpty()) {
            return refusal; // it is refused for something else
        }
        try {
            var open =
                    asking(
                            "reading pipeline " + pipeline,
                            aws ->
                                    aws
                                            .getPipeline(r -> r.name(pipeline))
                                            .pipeline()
                                            .variables()
                                            .stream()
                                            .filter(v -> v.defaultValue() == null)
                                            .map(PipelineVariableDeclaration::name)
                                            .filter(name -> !with.variables().containsKey(name))
                                            .toList());
            return open.isEmpty()
                    ? refusal
                    : refusal.advising(
                            "Give it a value: Run with values… in the window, or "
                                    + open.stream()
                                            .map(name -> "--variable " + name + "=VALUE")
                                            .collect(Collectors.joining(" "))
                                    + " on the command line.");
        } catch (AwsRefusal _) {
            return refusal; // who may start it may still not read it
        }
    }

    @Override
    public List<String> log(String pipeline, String execution, String stage, String action)
            throws AwsRefusal {
        return asking(
                "reading the log of " + stage + "/" + action,
                aws ->
                        actions(aws, pipeline, execution).stream()
                                .filter(a ->
                                        a.stageName().equals(stage)
                                                && a.actionName().equals(action))
                                .findFirst()
                                .flatMap(LiveRuns::stream)
                                .map(l -> l.read(clients::logs))
                                .orElse(List.of()));
    }

    private static Optional<LogLines> stream(ActionExecutionDetail action) {
        return Optional.ofNullable(action.output())
                .flatMap(o -> Optional.ofNullable(o.executionResult()))
                .flatMap(r -> Optional.ofNullable(r.logStreamARN()))
                .flatMap(LogLines::at);
    }

    @Override
    public void stop(String pipeline, String execution, boolean abandon, String reason)
            throws AwsRefusal {
        asking(
                "stopping execution " + execution + " of pipeline " + pipeline,
                aws ->
                        aws.stopPipelineExecution(r ->
                                r.pipelineName(pipeline)
                                        .pipelineExecutionId(execution)
                                        .abandon(abandon)
                                        .reason(reason.isBlank() ? null : reason)));
    }

    @Override
    public void answer(
            String pipeline,
            String stage,
            String action,
            String token,
            boolean approved,
            String comment)
            throws AwsRefusal {
        asking(
                (approved ? "approving " : "rejecting ")
                        + stage
                        + "/"
                        + action
                        + " of pipeline "
                        + pipeline,
                aws ->
                        aws.putApprovalResult(r ->
                                r.pipelineName(pipeline)
                                        .stageName(stage)
                                        .actionName(action)
                                        .token(token)
                                        .result(a ->
                                                a.summary(comment)
                                                        .status(
                                                                approved
                                                                        ? ApprovalStatus.APPROVED
                                                                        : ApprovalStatus
                                                                                .REJECTED))));
    }

    @Override
    public void retry(String pipeline, String stage, String execution, boolean allActions)
            throws AwsRefusal {
        asking(
                "running stage " + stage + " of pipeline " + pipeline + " again",
                aws ->
                        aws.retryStageExecution(r ->
                                r.pipelineName(pipeline)
                                        .stageName(stage)
                                        .pipelineExecutionId(execution)
                                        .retryMode(
                                                allActions
                                                        ? StageRetryMode.ALL_ACTIONS
                                                        : StageRetryMode.FAILED_ACTIONS)));
    }

    @Override
    public void open(String pipeline, String stage) throws AwsRefusal {
        asking(
                "opening the transition into " + stage + " of pipeline " + pipeline,
                aws ->
                        aws.enableStageTransition(r ->
                                r.pipelineName(pipeline)
                                        .stageName(stage)
                                        .transitionType(StageTransitionType.INBOUND)));
    }

    @Override
    public void close(String pipeline, String stage, String reason) throws AwsRefusal {
        asking(
                "closing the transition into " + stage + " of pipeline " + pipeline,
                aws ->
                        aws.disableStageTransition(r ->
                                r.pipelineName(pipeline)
                                        .stageName(stage)
                                        .transitionType(StageTransitionType.INBOUND)
                                        .reason(reason)));
    }

    private <T> T asking(String doing, Function<CodePipelineClient, T> call) throws AwsRefusal {
        return refusals.asking(doing, () -> call.apply(clients.pipelines()));
    }

    @Override
    public void close() {
        clients.close();
    }
}
