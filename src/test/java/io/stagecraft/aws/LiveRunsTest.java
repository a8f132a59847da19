package io.stagecraft.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.Moment;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.Failure;
import io.stagecraft.run.RunStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What CodePipeline answers, as a snapshot; answers in the shapes of its API reference.
class LiveRunsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final AwsDouble aws = new AwsDouble();
    private LiveRuns runs;

    @BeforeEach
    void open() {
        runs = new LiveRuns(aws.target(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        runs.close();
        aws.close();
    }

    @Test
    void whatAConditionFoundStandsWithItsStage() throws AwsRefusal {
        aws.json(
                "GetPipelineState",
                """
                {"pipelineName":"orders","stageStates":[
                 {"stageName":"Release","latestExecution":{"pipelineExecutionId":"two","status":"Failed"},
                  "beforeEntryConditionState":{"latestExecution":{"status":"Failed"},"conditionStates":[{"ruleStates":[
                   {"ruleName":"Hours","latestExecution":{"status":"Succeeded","summary":"It is open.","lastStatusChange":1767322800}},
                   {"ruleName":"Calm","latestExecution":{"status":"Failed","summary":"s","errorDetails":{"code":"RuleFailed","message":"It rings."}}},
                   {"ruleName":"Later"}]}]},
                  "actionStates":[{"actionName":"Deploy"}]}]}
                """);
        aws.json("ListPipelineExecutions", "{\"pipelineExecutionSummaries\":[]}");
        aws.json("ListActionExecutions", "{\"actionExecutionDetails\":[]}");
        assertEquals(
                List.of(
                        new RunSnapshot.RuleRun(
                                Moment.ENTRY,
                                "Hours",
                                RunStatus.SUCCEEDED,
                                Optional.of(Instant.ofEpochSecond(1767322800)),
                                "It is open."),
                        new RunSnapshot.RuleRun(
                                Moment.ENTRY,
                                "Calm",
                                RunStatus.FAILED,
                                Optional.empty(),
                                "It rings.")),
                runs.read("orders").stage("Release").orElseThrow().rules());
    }

    private RunSnapshot waiting() throws AwsRefusal {
        aws.json(
                "GetPipelineState",
                """
                {"pipelineName":"orders","stageStates":[
                 {"stageName":"Source","inboundTransitionState":{"enabled":true},
                  "latestExecution":{"pipelineExecutionId":"two","status":"Succeeded"},
                  "actionStates":[{"actionName":"GitHub","entityUrl":"https://example.com/repo",
                   "latestExecution":{"actionExecutionId":"s2","status":"Succeeded","summary":"Fix it","lastStatusChange":1767322800}}]},
                 {"stageName":"Release","inboundTransitionState":{"enabled":true},
                  "latestExecution":{"pipelineExecutionId":"two","status":"InProgress"},
                  "actionStates":[
                   {"actionName":"Approve","latestExecution":{"actionExecutionId":"a2","status":"InProgress","token":"tok"}},
                   {"actionName":"Deploy","latestExecution":{"actionExecutionId":"d1","status":"Failed",
                     "errorDetails":{"code":"JobFailed","message":"no"}}}]},
                 {"stageName":"After","inboundTransitionState":{"enabled":false,"disabledReason":"Freeze"},
                  "inboundExecutions":[{"pipelineExecutionId":"one","status":"InProgress"}],
                  "actionStates":[{"actionName":"Tell"}]}]}
                """);
        aws.json(
                "ListPipelineExecutions",
                """
                {"pipelineExecutionSummaries":[
                 {"pipelineExecutionId":"two","status":"InProgress","startTime":1767322700,"lastUpdateTime":1767322800,"executionMode":"SUPERSEDED",
                  "trigger":{"triggerType":"StartPipelineExecution","triggerDetail":"arn:aws:sts::111122223333:assumed-role/Dev/ana"},
                  "sourceRevisions":[{"actionName":"GitHub","revisionId":"0123456789abcdef0123456789abcdef01234567",
                   "revisionSummary":"{\\"ProviderType\\":\\"GitHub\\",\\"CommitMessage\\":\\"Fix it\\\\n\\\\nat last\\"}"}]},
                 {"pipelineExecutionId":"one","status":"Superseded","startTime":1767322600}]}
                """);
        aws.json(
                "ListActionExecutions",
                """
                {"actionExecutionDetails":[
                 {"pipelineExecutionId":"two","actionExecutionId":"a2","stageName":"Release","actionName":"Approve","startTime":1767322790,"status":"InProgress"},
                 {"pipelineExecutionId":"two","actionExecutionId":"s2","stageName":"Source","actionName":"GitHub","startTime":1767322710,"status":"Succeeded"},
                 {"pipelineExecutionId":"one","actionExecutionId":"d1","stageName":"Release","actionName":"Deploy","startTime":1767322000,"status":"Failed"}]}
                """);
        return runs.read("orders");
    }

    @Test
    void anApprovalInProgressWithATokenWaitsForAPerson() throws AwsRefusal {
        var release = waiting().stage("Release").orElseThrow();
        var approve = release.action("Approve").orElseThrow();
        assertEquals(RunStatus.WAITING_FOR_APPROVAL, approve.status());
        assertEquals(Optional.of("tok"), approve.approvalToken());
        assertEquals(Optional.of(Instant.ofEpochSecond(1767322790)), approve.started());
        assertEquals(RunStatus.WAITING_FOR_APPROVAL, release.status());
    }

    @Test
    void anActionThatTheExecutionHasNotReachedHasNotRun() throws AwsRefusal {
        var deploy = waiting().stage("Release").flatMap(s -> s.action("Deploy")).orElseThrow();
        assertEquals(RunStatus.NOT_RUN, deploy.status(), "its failure is the execution before's");
        assertEquals(Optional.empty(), deploy.failure());
    }

    @Test
    void aClosedTransitionSaysWhyAndWhoWaits() throws AwsRefusal {
        var after = waiting().stage("After").orElseThrow();
        assertEquals(Optional.of("Freeze"), after.closedReason());
        assertEquals(List.of("one"), after.waiting());
        assertEquals(RunStatus.NOT_RUN, after.status());
        assertEquals(Optional.empty(), waiting().stage("Source").orElseThrow().closedReason());
    }

    @Test
    void anExecutionStartsWithValuesAndRevisions() throws AwsRefusal {
        aws.json("StartPipelineExecution", "{\"pipelineExecutionId\":\"three\"}");
        var values = new LinkedHashMap<String, String>();
        values.put("LEVEL", "high");
        var with =
                new Runs.Start(
                        values, List.of(new Runs.Revision("GitHub", "COMMIT_ID", "0123abc")));
        assertEquals("three", runs.start("orders", with));
        var sent = aws.asked().getLast();
        assertTrue(sent.contains("\"variables\":[{\"name\":\"LEVEL\",\"value\":\"high\"}]"), sent);
        assertTrue(sent.contains("\"revisionType\":\"COMMIT_ID\""), sent);
        runs.start("orders");
        assertTrue(!aws.asked().getLast().contains("variables"), aws.asked().getLast());
    }

    @Test
    void theLogOfAnActionIsReadWhereItsStreamLies() throws AwsRefusal {
        aws.json(
                "ListActionExecutions",
                """
                {"actionExecutionDetails":[
                 {"pipelineExecutionId":"two","stageName":"Build","actionName":"Compile","status":"Failed",
                  "output":{"executionResult":{"logStreamARN":"arn:aws:logs:eu-west-1:111122223333:log-group:/aws/codebuild/orders:log-stream:abc/def"}}},
                 {"pipelineExecutionId":"two","stageName":"Build","actionName":"Quiet","status":"Failed"}]}
                """);
        aws.json(
                "GetLogEvents",
                "{\"events\":[{\"timestamp\":1,\"message\":\"Entering phase"
                        + " BUILD\\n\"},{\"timestamp\":2,\"message\":\"npm: not found\"}]}");
        assertEquals(
                List.of("Entering phase BUILD", "npm: not found"),
                runs.log("orders", "two", "Build", "Compile"));
        var sent = aws.asked().getLast();
        assertTrue(sent.contains("\"logGroupName\":\"/aws/codebuild/orders\""), sent);
        assertTrue(sent.contains("\"logStreamName\":\"abc/def\""), sent);
        assertEquals(List.of(), runs.log("orders", "two", "Build", "Quiet"));
    }

    @Test
    void executionsAreToldInWords() throws AwsRefusal {
        var snapshot = waiting();
        assertEquals(NOW, snapshot.taken());
        assertTrue(snapshot.isLive());
        var two = snapshot.executions().getFirst();
        assertEquals("Started by ana", two.trigger());
        assertEquals("01234567 Fix it", two.revision());
        assertEquals(RunStatus.SUPERSEDED, snapshot.executions().getLast().status());
    }

    private void parallel() {
        parallel(
                """
                {"pipeline":{"name":"orders","stages":[{"name":"Source","actions":[{"name":"GitHub"}]},
                 {"name":"Release","actions":[{"name":"Approve"},{"name":"Deploy"}]}]}}
                """);
    }

    private void parallel(String pipeline) {
        aws.json(
                "GetPipelineState",
                """
                {"pipelineName":"orders","stageStates":[{"stageName":"Source","actionStates":[]},{"stageName":"Release","actionStates":[]}]}
                """);
        aws.json("GetPipeline", pipeline);
        aws.json(
                "ListPipelineExecutions",
                """
                {"pipelineExecutionSummaries":[{"pipelineExecutionId":"p2","status":"InProgress","executionMode":"PARALLEL"},
                 {"pipelineExecutionId":"p1","status":"Failed","executionMode":"PARALLEL"}]}
                """);
    }

    @Test
    void executionsSideBySideAreReadFromTheirActions() throws AwsRefusal {
        parallel();
        aws.json(
                "ListActionExecutions",
                """
                {"actionExecutionDetails":[
                 {"pipelineExecutionId":"p2","actionExecutionId":"a","stageName":"Release","actionName":"Approve","status":"InProgress",
                  "input":{"actionTypeId":{"category":"Approval","owner":"AWS","provider":"Manual","version":"1"}},
                  "output":{"executionResult":{"externalExecutionId":"side-by-side"}}},
                 {"pipelineExecutionId":"p2","actionExecutionId":"s","stageName":"Source","actionName":"GitHub","status":"Succeeded"}]}
                """);
        var snapshot = runs.read("orders");
        assertTrue(
                aws.asked("ListActionExecutions")
                        .getFirst()
                        .contains("\"pipelineExecutionId\":\"p2\""));
        assertEquals(RunStatus.SUCCEEDED, snapshot.stages().getFirst().status());
        var release = snapshot.stages().getLast();
        assertEquals(RunStatus.WAITING_FOR_APPROVAL, release.status());
        assertEquals(Optional.of("p2"), release.execution());
        assertEquals(Optional.of("side-by-side"), release.actions().getFirst().approvalToken());
        assertEquals(RunStatus.NOT_RUN, release.actions().getLast().status());
    }

    private void guarded() {
        parallel(
                """
                {"pipeline":{"name":"orders","stages":[{"name":"Source","actions":[{"name":"GitHub"}]},
                 {"name":"Release","actions":[{"name":"Approve"}],
                  "beforeEntry":{"conditions":[{"result":"FAIL","rules":[{"name":"Hours"},{"name":"Both"}]}]},
                  "onSuccess":{"conditions":[{"rules":[{"name":"Calm"},{"name":"Both"}]}]}}]}}
                """);
        aws.json("ListActionExecutions", "{\"actionExecutionDetails\":[]}");
    }

    @Test
    void whatAConditionFoundInOneOfSeveralExecutionsIsReadFromItsRules() throws AwsRefusal {
        guarded();
        aws.json(
                "ListRuleExecutions",
                """
                {"ruleExecutionDetails":[
                 {"pipelineExecutionId":"p1","stageName":"Release","ruleName":"Hours","status":"Failed","lastUpdateTime":1767322800,
                  "output":{"executionResult":{"externalExecutionSummary":"s","errorDetails":{"code":"JobFailed","message":"It is night."}}}},
                 {"pipelineExecutionId":"p1","stageName":"Release","ruleName":"Hours","status":"Succeeded"},
                 {"pipelineExecutionId":"p1","stageName":"Release","ruleName":"Both","status":"Failed"},
                 {"pipelineExecutionId":"p1","stageName":"Source","ruleName":"Calm","status":"Failed"}]}
                """);
        assertEquals(
                List.of(
                        new RunSnapshot.RuleRun(
                                Moment.ENTRY,
                                "Hours",
                                RunStatus.FAILED,
                                Optional.of(Instant.ofEpochSecond(1767322800)),
                                "It is night.")),
                runs.read("orders", "p1").stage("Release").orElseThrow().rules());
        assertTrue(
                aws.asked("ListRuleExecutions")
                        .getFirst()
                        .contains("\"filter\":{\"pipelineExecutionId\":\"p1\"}"));
    }

    @Test
    void aRunIsReadWithoutItsRulesByWhoMayNotSeeThem() throws AwsRefusal {
        guarded();
        aws.refuseJson("ListRuleExecutions", 400, "AccessDeniedException", "not authorized");
        aws.refuseJson("ListRuleExecutions", 400, "PipelineExecutionNotFoundException", "gone");
        assertEquals(List.of(), runs.read("orders", "p1").stage("Release").orElseThrow().rules());
        assertThrows(AwsRefusal.class, () -> runs.read("orders", "p1"));
    }

    @Test
    void anOlderExecutionIsReadWithTheFirstFailureItHad() throws AwsRefusal {
        parallel();
        aws.json(
                "ListActionExecutions",
                """
                {"actionExecutionDetails":[
                 {"pipelineExecutionId":"p1","actionExecutionId":"s","stageName":"Source","actionName":"GitHub","status":"Failed",
                  "output":{"executionResult":{"externalExecutionSummary":"gone","errorDetails":{"code":"PermissionError","message":"not authorized"}}}}]}
                """);
        var source = runs.read("orders", "p1").stages().getFirst();
        assertEquals(RunStatus.FAILED, source.status());
        assertEquals("gone", source.actions().getFirst().summary());
        assertEquals(
                Optional.of(new Failure("PermissionError", "not authorized")),
                source.actions().getFirst().failure());
    }

    @Test
    void anAnswerCarriesTokenStatusAndComment() throws AwsRefusal {
        aws.json("PutApprovalResult", "{}");
        runs.answer("orders", "Release", "Approve", "tok", false, "too early");
        assertEquals(
                "PutApprovalResult"
                        + " {\"pipelineName\":\"orders\",\"stageName\":\"Release\",\"actionName\":\"Approve\",\"result\":{\"summary\":\"too"
                        + " early\",\"status\":\"Rejected\"},\"token\":\"tok\"}",
                aws.asked().getFirst());
    }

    @Test
    void whatSteersARunSaysWhatWasAskedFor() throws AwsRefusal {
        aws.json("StartPipelineExecution", "{\"pipelineExecutionId\":\"three\"}")
                .json("StopPipelineExecution", "{}")
                .json("RetryStageExecution", "{}")
                .json("EnableStageTransition", "{}")
                .json("DisableStageTransition", "{}");
        assertEquals("three", runs.start("orders"));
        runs.stop("orders", "three", true, "wrong branch");
        runs.retry("orders", "Build", "three", false);
        runs.close("orders", "Build", "Freeze");
        runs.open("orders", "Build");
        assertTrue(
                aws.asked("StopPipelineExecution")
                        .getFirst()
                        .contains("\"abandon\":true,\"reason\":\"wrong branch\""));
        assertTrue(aws.asked("RetryStageExecution").getFirst().contains("\"FAILED_ACTIONS\""));
        assertTrue(
                aws.asked("DisableStageTransition")
                        .getFirst()
                        .contains("\"Inbound\",\"reason\":\"Freeze\""));
        assertTrue(
                aws.asked("EnableStageTransition").getFirst().contains("\"stageName\":\"Build\""));
    }

    @Test
    void allPagesOfPipelinesAreListed() throws AwsRefusal {
        aws.json("ListPipelines", "{\"pipelines\":[{\"name\":\"b\"}],\"nextToken\":\"more\"}")
                .json("ListPipelines", "{\"pipelines\":[{\"name\":\"a\"}]}");
        assertEquals(List.of("a", "b"), runs.pipelines());
    }

    @Test
    void aRefusalSaysCodeThingAndAdvice() {
        aws.refuseJson(
                "StartPipelineExecution", 400, "PipelineNotFoundException", "no pipeline orders");
        var refusal = assertThrows(AwsRefusal.class, () -> runs.start("orders"));
        assertEquals("PipelineNotFoundException", refusal.code());
        assertEquals(
                "Starting pipeline orders: no pipeline of that name in Practice account,"
                        + " eu-west-1.",
                refusal.getMessage());
        assertTrue(refusal.advice().startsWith("Deploy it there first"), refusal.advice());
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaidToBe() {
        try (var nobody = new LiveRuns(Target.practice(URI.create("http://127.0.0.1:1")))) {
            var refusal = assertThrows(AwsRefusal.class, nobody::pipelines);
            assertEquals("Unreachable", refusal.code());
            assertTrue(refusal.line().contains("http://127.0.0.1:1"), refusal.line());
            assertTrue(refusal.advice().contains("stagecraft practice"), refusal.advice());
        }
    }
}
