package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.ConditionNotOverridableException;
import software.amazon.awssdk.services.codepipeline.model.ConditionType;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InvalidStructureException;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

import java.time.Duration;
import java.util.Map;

/// Stage conditions: what each rule asks, and what comes of the answer.
class ConditionsTest {
    private static final StageDeclaration LIVE = Line.stage("Live", Line.approval("Go", 1));

    private static final String ALARM =
            """
            {"Resources": {"Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {
              "AlarmName": "errors", "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1}}}}
            """;

    private static Trial open(StageDeclaration... stages) {
        return Line.open(Line.of(ExecutionMode.SUPERSEDED, stages));
    }

    private static String first(Trial trial) {
        return trial.ran("line").getFirst().pipelineExecutionId();
    }

    private static String said(Trial trial) {
        return trial.asked("line").getLast().output().executionResult().externalExecutionSummary();
    }

    @ParameterizedTest
    @CsvSource({
        "main, EQ, main, InProgress",
        "main, EQ, mainly, Failed",
        "main, NE, develop, InProgress",
        "main, NE, main, Failed",
        "release/1.2, CONTAINS, release, InProgress",
        "release/1.2, CONTAINS, hotfix, Failed",
        "v1.20.3, MATCHES, v\\d+\\.\\d+\\.\\d+, InProgress",
        "v1.20, MATCHES, v\\d+\\.\\d+\\.\\d+, Failed",
        "v1.20, MATCHES, '(', Failed"
    })
    void aVariableIsComparedAsTheOperatorSays(
            String value, String operator, String with, String stands) {
        var fetch = Line.guarded(LIVE, Result.FAIL, Line.compare(value, operator, with));
        try (var trial = open(fetch)) {
            assertEquals(stands, trial.standing("line", "Live"));
            var asked = trial.asked("line").getLast();
            assertEquals(stands.equals("Failed") ? "Failed" : "Succeeded", asked.statusAsString());
        }
    }

    @Test
    void whatTheVariableStandsForIsCompared() {
        var guard = Line.compare("#{Fetched.BucketName}", "EQ", "ground");
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, guard))) {
            assertEquals("InProgress", trial.standing("line", "Live"));
            var asked = trial.asked("line").getLast();
            assertEquals("#{Fetched.BucketName}", asked.input().configuration().get("Variable"));
            assertEquals("ground", asked.input().resolvedConfiguration().get("Variable"));
            assertEquals("ground EQ ground", said(trial));
        }
    }

    @Test
    void aVariableWithoutAValueFailsTheRule() {
        var guard = Line.compare("#{Nobody.knows}", "EQ", "x");
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, guard))) {
            assertEquals("Failed", trial.standing("line", "Live"));
            assertTrue(said(trial).contains("#{Nobody.knows}"), said(trial));
        }
    }

    @Test
    void aStageWhoseEntryFailsRunsNothingAndSaysWhy() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, Line.compare("a", "EQ", "b")))) {
            assertEquals("Failed", trial.execution("line", first(trial)));
            assertNull(trial.action("line", "Live", "Go"));
            var entry = trial.stage("line", "Live").beforeEntryConditionState();
            assertEquals("Failed", entry.latestExecution().statusAsString());
            var rule = entry.conditionStates().getFirst().ruleStates().getFirst();
            assertEquals("Check", rule.ruleName());
            assertEquals("Failed", rule.latestExecution().statusAsString());
            assertEquals("a EQ b does not hold", rule.latestExecution().errorDetails().message());
        }
    }

    @Test
    void aConditionHoldsOnlyWhenEachOfItsRulesDoes() {
        var other = Line.compare("a", "EQ", "b").toBuilder().name("Other").build();
        var guarded = Line.guarded(LIVE, Result.FAIL, Line.compare("a", "EQ", "a"), other);
        try (var trial = open(guarded)) {
            assertEquals("Failed", trial.standing("line", "Live"));
            assertEquals(
                    "Other: a EQ b does not hold",
                    trial.stage("line", "Live")
                            .beforeEntryConditionState()
                            .latestExecution()
                            .summary());
        }
    }

    @Test
    void aSkippedStageIsPassedByAndTheNextOneRuns() {
        var skipped =
                Line.guarded(
                        Line.stage("Test", Line.approval("Tests", 1)),
                        Result.SKIP,
                        Line.compare("a", "EQ", "b"));
        try (var trial = open(skipped, LIVE)) {
            assertEquals("Skipped", trial.standing("line", "Test"));
            assertNull(trial.action("line", "Test", "Tests"));
            assertEquals("InProgress", trial.standing("line", "Live"));
            assertThrows(
                    StageNotRetryableException.class,
                    () -> trial.retry("line", "Test", first(trial), StageRetryMode.ALL_ACTIONS));
            assertThrows(
                    ConditionNotOverridableException.class,
                    () -> override(trial, "Test", ConditionType.BEFORE_ENTRY));
        }
    }

    @Test
    void aRetryAsksTheEntryConditionAgain() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "0")))) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            assertEquals("Failed", trial.standing("line", "Live"));
            trial.start("line");
            var second = trial.ran("line").getLast().pipelineExecutionId();
            assertEquals("Failed", trial.standing("line", "Live"));
            trial.retry("line", "Live", second, StageRetryMode.FAILED_ACTIONS);
            assertEquals("Failed", trial.standing("line", "Live"));
            assertNull(trial.action("line", "Live", "Go"));
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.retry("line", "Live", second, StageRetryMode.FAILED_ACTIONS);
            assertEquals("InProgress", trial.standing("line", "Live"));
            assertEquals("InProgress", trial.action("line", "Live", "Go").statusAsString());
        }
    }

    @Test
    void aRetryOfAnActionDoesNotAskTheEntryConditionThatHeld() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, Line.compare("a", "EQ", "a")))) {
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.retry("line", "Live", first(trial), StageRetryMode.FAILED_ACTIONS);
            assertEquals(1, trial.asked("line").size());
            var entry = trial.stage("line", "Live").beforeEntryConditionState();
            assertEquals("Succeeded", entry.latestExecution().statusAsString());
        }
    }

    @Test
    void aStopGivesUpTheRulesThatAreStillAsked() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "30")))) {
            trial.account.hold(Lent.alarm("errors"));
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            var id = trial.start("line");
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(id));
            assertEquals("Stopped", trial.execution("line", id));
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.clock.advance(Duration.ofHours(1));
            assertEquals("Abandoned", trial.asked("line").getLast().statusAsString());
            assertEquals("Stopped", trial.execution("line", id));
        }
    }

    @Test
    void aFailedConditionThatIsOverriddenLetsTheStageGoOn() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, Line.compare("a", "EQ", "b")))) {
            override(trial, "Live", ConditionType.BEFORE_ENTRY);
            assertEquals("InProgress", trial.standing("line", "Live"));
            var entry = trial.stage("line", "Live").beforeEntryConditionState();
            assertEquals("Overridden", entry.latestExecution().statusAsString());
            assertEquals("Abandoned", trial.asked("line").getLast().statusAsString());
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", first(trial)));
            assertThrows(
                    ConditionNotOverridableException.class,
                    () -> override(trial, "Live", ConditionType.ON_SUCCESS));
        }
    }

    @Test
    void aSuccessConditionThatFailsFailsTheStageAndItsOverrideLetsTheNextOneBegin() {
        var tested =
                Line.approved(
                        Line.stage("Test", Line.approval("Tests", 1)),
                        Result.FAIL,
                        Line.compare("a", "EQ", "b"));
        try (var trial = open(tested, LIVE)) {
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals("Failed", trial.standing("line", "Test"));
            assertNull(trial.stage("line", "Live").latestExecution());
            trial.retry("line", "Test", first(trial), StageRetryMode.FAILED_ACTIONS);
            assertEquals("Failed", trial.standing("line", "Test"));
            assertEquals(2, trial.asked("line").size());
            override(trial, "Test", ConditionType.ON_SUCCESS);
            assertEquals("Succeeded", trial.standing("line", "Test"));
            assertEquals("InProgress", trial.standing("line", "Live"));
        }
    }

    @Test
    void aConditionThatIsStillAskedIsOverriddenToo() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "30")))) {
            trial.account.hold(Lent.alarm("errors"));
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            var id = trial.start("line");
            assertEquals("InProgress", trial.standing("line", "Live"));
            assertNull(trial.action("line", "Live", "Go"));
            trial.pipelines.overrideStageCondition(r ->
                    r.pipelineName("line")
                            .stageName("Live")
                            .pipelineExecutionId(id)
                            .conditionType(ConditionType.BEFORE_ENTRY));
            assertEquals("InProgress", trial.action("line", "Live", "Go").statusAsString());
            trial.clock.advance(Duration.ofHours(1));
            assertEquals("InProgress", trial.standing("line", "Live"));
        }
    }

    @Test
    void anAlarmHasItsTimeToComeIntoTheWantedState() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "20")))) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            var id = trial.start("line");
            assertEquals("InProgress", trial.standing("line", "Live"));
            assertEquals("InProgress", trial.asked("line").getLast().statusAsString());
            trial.clock.advance(Duration.ofMinutes(10));
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals("InProgress", trial.action("line", "Live", "Go").statusAsString());
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", id));
        }
    }

    @Test
    void anAlarmThatDoesNotComeThereInTimeFailsTheRule() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "20")))) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            trial.start("line");
            trial.clock.advance(Duration.ofMinutes(15));
            assertEquals("InProgress", trial.standing("line", "Live"));
            trial.clock.advance(Duration.ofMinutes(10));
            assertEquals("Failed", trial.standing("line", "Live"));
            assertEquals("Alarm errors is INSUFFICIENT_DATA", said(trial));
        }
    }

    @Test
    void anEntryWaitsOnlyWhileTheAlarmRings() {
        var watched = Line.guarded(LIVE, Result.FAIL, alarm("20"));
        try (var trial = open(watched)) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            trial.start("line");
            assertEquals(
                    "InProgress",
                    trial.action("line", "Live", "Go").statusAsString(),
                    "no data is no alarm, and nothing to wait for");
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            trial.start("line");
            assertEquals("InProgress", trial.asked("line").getLast().statusAsString());
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.clock.advance(Duration.ofMinutes(1));
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.standing("line", "Live"));
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            trial.start("line");
            trial.clock.advance(Duration.ofMinutes(25));
            assertEquals("Failed", trial.standing("line", "Live"));
            assertEquals("Alarm errors is ALARM", said(trial));
        }
    }

    @Test
    void anAlarmThatGoesOffAfterADeploymentFailsItAtOnceAndForGood() {
        try (var trial = open(Line.approved(LIVE, Result.FAIL, alarm("60")))) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.clock.advance(Duration.ofMinutes(30));
            assertEquals("InProgress", trial.standing("line", "Live"), "it is still watched");
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals("Failed", trial.standing("line", "Live"));
            trial.account.alarm("errors", "eu-west-1", "OK");
            trial.clock.advance(Duration.ofHours(1));
            assertEquals("Failed", trial.standing("line", "Live"));
            assertEquals("Alarm errors is ALARM", said(trial));
        }
    }

    @ParameterizedTest
    @CsvSource({"ALARM, 3", "OK, 2"})
    void aFailedStageIsTakenBackWhereItsAlarmRings(String state, int executions) {
        var stage =
                LIVE.toBuilder()
                        .onFailure(f -> f.conditions(Line.condition(Result.ROLLBACK, alarm("0"))))
                        .build();
        try (var trial = open(stage)) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.account.alarm("errors", "eu-west-1", state);
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals(
                    executions,
                    trial.pipelines
                            .listPipelineExecutions(r -> r.pipelineName("line"))
                            .pipelineExecutionSummaries()
                            .size());
        }
    }

    @Test
    void anAlarmOfNobodyIsNotFound() {
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, alarmIs("OK", "0")))) {
            assertEquals("Failed", trial.standing("line", "Live"));
            assertEquals("The alarm errors does not exist.", said(trial));
        }
    }

    /// The account's clock begins on Monday, 5 January 2026, 09:00 UTC.
    @ParameterizedTest
    @CsvSource({
        "* * 9-17 ? * MON-FRI, UTC, InProgress",
        "* * 9-17 ? * SAT-SUN, UTC, Failed",
        "* * 14-17 ? * MON-FRI, Asia/Kolkata, InProgress",
        "* * 9-13 ? * MON-FRI, UTC+05:30, Failed",
        "* * 9-17 ? * MON-FRI, Atlantis/Centre, Failed"
    })
    void aWindowIsOpenByTheAccountsClockInItsZone(String cron, String zone, String stands) {
        var window = Line.rule("DeploymentWindow", Map.of("Cron", cron, "TimeZone", zone));
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, window))) {
            assertEquals(stands, trial.standing("line", "Live"), () -> said(trial));
        }
    }

    @Test
    void aFunctionThatIsNotThereFailsItsRule() {
        var ask = Line.rule("LambdaInvoke", Map.of("FunctionName", "audit"));
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, ask))) {
            assertTrue(
                    said(trial)
                            .startsWith(
                                    "Function not found:"
                                            + " arn:aws:lambda:eu-west-1:000000000000:function:audit"),
                    said(trial));
        }
    }

    @Test
    void aRuleMayOnlyWhatItsRoleMay() {
        var ask =
                Line.rule("LambdaInvoke", Map.of("FunctionName", "audit")).toBuilder()
                        .roleArn("arn:aws:iam::000000000000:role/nothing")
                        .build();
        try (var trial = open(Line.guarded(LIVE, Result.FAIL, ask))) {
            trial.deploy(
                    "roles",
                    """
                    {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {
                      "RoleName": "nothing",
                      "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::000000000000:role/all"}, "Action": "sts:AssumeRole"}]}}}}}
                    """,
                    ChangeSetType.CREATE);
            trial.start("line");
            var error = trial.asked("line").getLast().output().executionResult().errorDetails();
            assertEquals("PermissionError", error.code());
            assertTrue(
                    error.message()
                            .matches(
                                    "User: arn:aws:sts::000000000000:assumed-role/nothing/\\d+ is"
                                            + " not authorized to perform: lambda:InvokeFunction on"
                                            + " resource:"
                                            + " arn:aws:lambda:eu-west-1:000000000000:function:audit"
                                            + " because no identity-based policy allows the"
                                            + " lambda:InvokeFunction action"),
                    error.message());
        }
    }

    @Test
    void aFailedStageRunsAgainByItselfOnceAsItsRetryModeSays() {
        for (var mode : StageRetryMode.values()) {
            if (mode == StageRetryMode.UNKNOWN_TO_SDK_VERSION) {
                continue;
            }
            var stage =
                    Line.stage("Test", Line.approval("A", 1), Line.approval("B", 2)).toBuilder()
                            .onFailure(f ->
                                    f.result(Result.RETRY)
                                            .retryConfiguration(r -> r.retryMode(mode)))
                            .build();
            try (var trial = open(stage)) {
                trial.answer("line", "Test", "A", ApprovalStatus.APPROVED);
                trial.answer("line", "Test", "B", ApprovalStatus.REJECTED);
                assertEquals("InProgress", trial.standing("line", "Test"));
                var retry = trial.stage("line", "Test").retryStageMetadata();
                assertEquals(1, retry.autoStageRetryAttempt());
                assertEquals("AutomatedStageRetry", retry.latestRetryTriggerAsString());
                if (mode == StageRetryMode.ALL_ACTIONS) {
                    trial.answer("line", "Test", "A", ApprovalStatus.APPROVED);
                }
                trial.answer("line", "Test", "B", ApprovalStatus.REJECTED);
                assertEquals("Failed", trial.standing("line", "Test"));
            }
        }
    }

    @Test
    void resultsThatAConditionCannotHaveAreRefused() {
        var holds = Line.compare("a", "EQ", "a");
        refused(Line.guarded(LIVE, Result.ROLLBACK, holds), "beforeEntry cannot have the result");
        refused(Line.approved(LIVE, Result.SKIP, holds), "onSuccess cannot have the result SKIP");
        refused(
                Line.guarded(LIVE, Result.SKIP, alarmIs("OK", "1")),
                "CloudWatchAlarm cannot have the result SKIP");
        refused(
                LIVE.toBuilder()
                        .onFailure(f ->
                                f.result(Result.RETRY)
                                        .conditions(Line.condition(Result.ROLLBACK, holds)))
                        .build(),
                "onFailure cannot have conditions and the result RETRY");
        refused(
                Line.guarded(LIVE, Result.FAIL, Line.compare("a", "LIKE", "a")),
                "'Operator' that is none of EQ, NE, CONTAINS, MATCHES");
        refused(
                Line.guarded(LIVE, Result.FAIL, Line.rule("Telepathy", Map.of())),
                "(Provider: 'Telepathy', Version: '1') of rule 'Check' is not available");
        refused(
                Line.guarded(LIVE, Result.FAIL, Line.rule("LambdaInvoke", Map.of())),
                "missing required configuration 'FunctionName'");
    }

    @Test
    void theRuleTypesAreListed() {
        try (var trial = open(LIVE)) {
            var types = trial.pipelines.listRuleTypes(_ -> {}).ruleTypes();
            assertEquals(6, types.size());
            var check =
                    types.stream()
                            .filter(t -> t.id().provider().equals("VariableCheck"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(3, check.ruleConfigurationProperties().size());
        }
    }

    private static RuleDeclaration alarm(String minutes) {
        return Line.rule("CloudWatchAlarm", Map.of("AlarmName", "errors", "WaitTime", minutes));
    }

    private static RuleDeclaration alarmIs(String state, String minutes) {
        return Line.rule(
                "CloudWatchAlarm",
                Map.of("AlarmName", "errors", "AlarmStates", state, "WaitTime", minutes));
    }

    private static void refused(StageDeclaration stage, String words) {
        try (var trial = open(LIVE)) {
            var pipeline = Line.of(ExecutionMode.SUPERSEDED, stage);
            var refusal =
                    assertThrows(
                            InvalidStructureException.class,
                            () -> trial.pipelines.updatePipeline(r -> r.pipeline(pipeline)));
            assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        }
    }

    private static void override(Trial trial, String stage, ConditionType type) {
        trial.pipelines.overrideStageCondition(r ->
                r.pipelineName("line")
                        .stageName(stage)
                        .pipelineExecutionId(first(trial))
                        .conditionType(type));
    }
}
