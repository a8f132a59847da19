package io.stagecraft.practice;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.Syntax;
import io.stagecraft.model.Design;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.project.UnreadableProject;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionExecution;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.StageState;
import software.amazon.awssdk.services.sts.StsClient;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An account of its own for one test, with the SDK's clients on it and a clock that the test moves.
final class Trial implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    static final String PIPELINE = "orders-release";
    private static final String STARTER = exported();

    final PracticeClock.Manual clock = new PracticeClock.Manual(START);
    final PracticeAccount account;
    final CloudFormationClient stacks;
    final CodePipelineClient pipelines;
    final StsClient tokens;

    Trial() {
        this("eu-west-1");
    }

    /// @param region that its clients speak to
    Trial(String region) {
        this(region, CatalogFiles.load());
    }

    /// @param catalog the action types that its pipelines may have
    Trial(String region, ActionCatalog catalog) {
        var here = Region.of(region);
        try {
            account = PracticeAccount.open(new PracticeAccount.Options(0, 7, clock), catalog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var who = StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing"));
        stacks =
                CloudFormationClient.builder()
                        .endpointOverride(account.endpoint())
                        .region(here)
                        .credentialsProvider(who)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        pipelines =
                CodePipelineClient.builder()
                        .endpointOverride(account.endpoint())
                        .region(here)
                        .credentialsProvider(who)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        tokens =
                StsClient.builder()
                        .endpointOverride(account.endpoint())
                        .region(here)
                        .credentialsProvider(who)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    /// The starter as it is exported, to be taken apart.
    static ObjectNode starter() {
        return (ObjectNode) JsonMapper.shared().readTree(STARTER);
    }

    private static String exported() {
        var blueprint = new Planner(CatalogFiles.load()).plan(drawn());
        return new CloudFormationExporter(Syntax.JSON)
                .write(blueprint)
                .files()
                .getFirst()
                .content();
    }

    private static Design drawn() {
        try {
            return TemplateShelf.open("release");
        } catch (UnreadableProject e) {
            throw new AssertionError(e);
        }
    }

    /// Deploys through a change set, as the app does, and waits for the end of it.
    ///
    /// @return the stack's status
    String deploy(String stack, String template, ChangeSetType type) {
        stacks.createChangeSet(r ->
                r.stackName(stack)
                        .changeSetName("change")
                        .changeSetType(type)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .templateBody(template));
        clock.advance(Duration.ofSeconds(10));
        stacks.executeChangeSet(r -> r.stackName(stack).changeSetName("change"));
        clock.advance(Duration.ofMinutes(4));
        return status(stack);
    }

    String status(String stack) {
        return stacks.describeStacks(r -> r.stackName(stack))
                .stacks()
                .getFirst()
                .stackStatusAsString();
    }

    /// What went wrong with a stack, oldest first.
    String troubles(String stack) {
        return stacks.describeStackEvents(r -> r.stackName(stack)).stackEvents().reversed().stream()
                .filter(e -> e.resourceStatusAsString().endsWith("FAILED"))
                .map(e -> e.logicalResourceId() + ": " + e.resourceStatusReason())
                .toList()
                .toString();
    }

    /// Whether somebody has to approve.
    boolean isWaiting(String pipeline, String stage, String action) {
        var execution = action(pipeline, stage, action);
        return execution != null && execution.token() != null;
    }

    /// Lets time pass until nothing moves but an approval.
    void settle() {
        clock.advance(Duration.ofMinutes(30));
    }

    StageState stage(String pipeline, String stage) {
        return pipelines.getPipelineState(r -> r.name(pipeline)).stageStates().stream()
                .filter(s -> s.stageName().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    ActionExecution action(String pipeline, String stage, String action) {
        return stage(pipeline, stage).actionStates().stream()
                .filter(a -> a.actionName().equals(action))
                .findFirst()
                .orElseThrow()
                .latestExecution();
    }

    void answer(String pipeline, String stage, String action, ApprovalStatus answer) {
        var token = action(pipeline, stage, action).token();
        pipelines.putApprovalResult(r ->
                r.pipelineName(pipeline)
                        .stageName(stage)
                        .actionName(action)
                        .token(token)
                        .result(a -> a.status(answer).summary("by the test")));
    }

    /// Answers one of several runs side by side: its token is the external id of its action.
    void answerIn(String execution, String action, ApprovalStatus answer) {
        var asks =
                ran("line").stream()
                        .filter(a -> a.pipelineExecutionId().equals(execution))
                        .filter(a -> a.actionName().equals(action))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        pipelines.putApprovalResult(r ->
                r.pipelineName("line")
                        .stageName(asks.stageName())
                        .actionName(action)
                        .token(asks.output().executionResult().externalExecutionId())
                        .result(a -> a.status(answer).summary("")));
    }

    String execution(String pipeline, String id) {
        return pipelines
                .getPipelineExecution(r -> r.pipelineName(pipeline).pipelineExecutionId(id))
                .pipelineExecution()
                .statusAsString();
    }

    /// The state of a stage's latest execution.
    String standing(String pipeline, String stage) {
        return stage(pipeline, stage).latestExecution().statusAsString();
    }

    /// Starts a pipeline, lets it come to where it waits, and gives the execution's id.
    String start(String pipeline) {
        var id = pipelines.startPipelineExecution(r -> r.name(pipeline)).pipelineExecutionId();
        clock.advance(Duration.ofMinutes(2));
        return id;
    }

    void retry(String pipeline, String stage, String execution, StageRetryMode mode) {
        pipelines.retryStageExecution(r ->
                r.pipelineName(pipeline)
                        .stageName(stage)
                        .pipelineExecutionId(execution)
                        .retryMode(mode));
        clock.advance(Duration.ofMinutes(2));
    }

    /// The rules that were asked, oldest first.
    List<RuleExecutionDetail> asked(String pipeline) {
        return pipelines
                .listRuleExecutions(r -> r.pipelineName(pipeline))
                .ruleExecutionDetails()
                .reversed();
    }

    /// All that ran, oldest first.
    List<ActionExecutionDetail> ran(String pipeline) {
        return pipelines
                .listActionExecutions(r -> r.pipelineName(pipeline))
                .actionExecutionDetails()
                .reversed();
    }

    @Override
    public void close() {
        stacks.close();
        pipelines.close();
        tokens.close();
        account.close();
    }
}
