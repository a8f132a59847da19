package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looking at how a pipeline stands and what ran in it.
record LookOperations(Desk desk) implements CodePipelineService.Operations {
    private static final int MOST = 100;

    @Override
    public void join(Service service) {
        service.can("GetPipelineState", GetPipelineStateRequest::builder, this::state)
                .can("GetPipelineExecution", GetPipelineExecutionRequest::builder, this::execution)
                .can(
                        "ListPipelineExecutions",
                        ListPipelineExecutionsRequest::builder,
                        this::executions)
                .can("ListActionExecutions", ListActionExecutionsRequest::builder, this::actions)
                .can("ListRuleExecutions", ListRuleExecutionsRequest::builder, this::rules)
                .can(
                        "ListDeployActionExecutionTargets",
                        ListDeployActionExecutionTargetsRequest::builder,
                        this::targets);
    }

    private GetPipelineStateResponse state(Caller caller, GetPipelineStateRequest request) {
        return desk.ask(() -> StateView.of(desk.pipeline(caller, request.name())));
    }

    private GetPipelineExecutionResponse execution(
            Caller caller, GetPipelineExecutionRequest request) {
        return desk.ask(() -> {
            var execution =
                    desk.execution(caller, request.pipelineName(), request.pipelineExecutionId());
            return GetPipelineExecutionResponse.builder()
                    .pipelineExecution(RunView.execution(execution))
                    .build();
        });
    }

    private ListPipelineExecutionsResponse executions(
            Caller caller, ListPipelineExecutionsRequest request) {
        return desk.ask(() -> {
            var stage =
                    Optional.ofNullable(request.filter())
                            .map(PipelineExecutionFilter::succeededInStage)
                            .map(SucceededInStageFilter::stageName);
            var all =
                    desk.pipeline(caller, request.pipelineName()).executions.reversed().stream()
                            .filter(e -> stage.isEmpty() || hasSucceededIn(e, stage.get()))
                            .map(RunView::summary)
                            .toList();
            var page = Page.of(all, request.maxResults(), MOST, request.nextToken());
            return ListPipelineExecutionsResponse.builder()
                    .pipelineExecutionSummaries(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private static boolean hasSucceededIn(Execution execution, String stage) {
        return execution
                .stage(stage)
                .filter(s -> s.status == StageExecutionStatus.SUCCEEDED)
                .isPresent();
    }

    private ListActionExecutionsResponse actions(
            Caller caller, ListActionExecutionsRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var filter = Optional.ofNullable(request.filter());
            var latest = filter.map(ActionExecutionFilter::latestInPipelineExecution);
            var id =
                    filter.map(ActionExecutionFilter::pipelineExecutionId)
                            .or(() ->
                                    latest.map(
                                            LatestInPipelineExecutionFilter::pipelineExecutionId));
            boolean onlyLatest =
                    latest.filter(l -> l.startTimeRange() == StartTimeRange.LATEST).isPresent();
            var all = new ArrayList<StageRun.ActionRun>();
            chosen(caller, pipeline, id).forEach(e -> all.addAll(e.actions));
            var shown =
                    all.reversed().stream()
                            .filter(a -> !onlyLatest || a.stage.latest.containsValue(a))
                            .map(RunView::detail)
                            .toList();
            var page = Page.of(shown, request.maxResults(), MOST, request.nextToken());
            return ListActionExecutionsResponse.builder()
                    .actionExecutionDetails(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private ListRuleExecutionsResponse rules(Caller caller, ListRuleExecutionsRequest request) {
        return desk.ask(() -> {
            var pipeline = desk.pipeline(caller, request.pipelineName());
            var filter = Optional.ofNullable(request.filter());
            var id =
                    filter.map(RuleExecutionFilter::pipelineExecutionId)
                            .or(() ->
                                    filter.map(RuleExecutionFilter::latestInPipelineExecution)
                                            .map(
                                                    LatestInPipelineExecutionFilter
                                                            ::pipelineExecutionId));
            var all = new ArrayList<RuleExecutionDetail>();
            chosen(caller, pipeline, id)
                    .forEach(e -> e.rules.forEach(r -> all.add(RunView.detail(e, r))));
            var page = Page.of(all.reversed(), request.maxResults(), MOST, request.nextToken());
            return ListRuleExecutionsResponse.builder()
                    .ruleExecutionDetails(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    private List<Execution> chosen(Caller caller, Pipeline pipeline, Optional<String> id) {
        return id.map(i -> List.of(desk.execution(caller, pipeline.name(), i)))
                .orElse(pipeline.executions);
    }

    /// The instances that a deployment reached: none, since nothing is deployed here.
    private ListDeployActionExecutionTargetsResponse targets(
            Caller caller, ListDeployActionExecutionTargetsRequest request) {
        return desk.ask(() -> {
            boolean known =
                    desk.pipelines()
                            .in(caller.region())
                            .flatMap(p -> p.executions.stream())
                            .flatMap(e -> e.actions.stream())
                            .anyMatch(a -> a.id.equals(request.actionExecutionId()));
            if (!known) {
                throw new Refusal(
                        "ActionExecutionNotFoundException",
                        "The action execution with id '"
                                + request.actionExecutionId()
                                + "' was not found");
            }
            return ListDeployActionExecutionTargetsResponse.builder().targets(List.of()).build();
        });
    }
}
