package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.ArtifactRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InvalidStructureException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionOutdatedException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.UnableToRollbackStageException;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A stage goes back to what succeeded in it: as somebody wants it, or by itself.
class RollbacksTest {
    private static final StageDeclaration LIVE = Line.stage("Live", Line.approval("Go", 1));
    private static final StageDeclaration GOES_BACK =
            LIVE.toBuilder().onFailure(f -> f.result(Result.ROLLBACK)).build();

    private static final String ALARM =
            """
            {"Resources": {"Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {
              "AlarmName": "errors", "ComparisonOperator": "GreaterThanThreshold", "EvaluationPeriods": 1}}}}
            """;

    @Test
    void whatWentBackIsNoTargetToGoBackTo() {
        try (var trial = open(GOES_BACK)) {
            var good = first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            var back = latest(trial);
            assertEquals("ROLLBACK Succeeded", told(back));
            assertThrows(
                    UnableToRollbackStageException.class,
                    () -> rollBack(trial, "Live", back.pipelineExecutionId()));
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals(
                    good, latest(trial).rollbackMetadata().rollbackTargetPipelineExecutionId());
        }
    }

    @Test
    void nothingGoesBackToAnotherStructure() {
        try (var trial = open(GOES_BACK)) {
            var good = first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            var now = trial.pipelines.getPipeline(r -> r.name("line")).pipeline();
            trial.pipelines.updatePipeline(r -> r.pipeline(now));
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            assertEquals("STANDARD Failed", told(latest(trial)));
            assertThrows(
                    PipelineExecutionOutdatedException.class, () -> rollBack(trial, "Live", good));
        }
    }

    @Test
    void aStageThatIsInUseDoesNotGoBack() {
        try (var trial = open(LIVE)) {
            var good = first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.start("line");
            assertThrows(UnableToRollbackStageException.class, () -> rollBack(trial, "Live", good));
        }
    }

    @Test
    void aStageGoesBackToARunThatSucceededInIt() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var good = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            var bad = trial.start("line");
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            assertThrows(
                    UnableToRollbackStageException.class,
                    () ->
                            trial.pipelines.rollbackStage(r ->
                                    r.pipelineName("line")
                                            .stageName("Live")
                                            .targetPipelineExecutionId(bad)));
            assertThrows(
                    UnableToRollbackStageException.class,
                    () ->
                            trial.pipelines.rollbackStage(r ->
                                    r.pipelineName("line")
                                            .stageName("Source")
                                            .targetPipelineExecutionId(good)));
            var back =
                    trial.pipelines
                            .rollbackStage(r ->
                                    r.pipelineName("line")
                                            .stageName("Live")
                                            .targetPipelineExecutionId(good))
                            .pipelineExecutionId();
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", back));
            var shown =
                    trial.pipelines
                            .getPipelineExecution(
                                    r -> r.pipelineName("line").pipelineExecutionId(back))
                            .pipelineExecution();
            assertEquals("ROLLBACK", shown.executionTypeAsString());
            assertEquals(good, shown.rollbackMetadata().rollbackTargetPipelineExecutionId());
            assertEquals(revisions(trial, good), revisions(trial, back));
            assertNotEquals(revisions(trial, bad), revisions(trial, back));
        }
    }

    @Test
    void aStageInTheMiddleGoesBackAloneAndTheStagesBehindItStayAsTheyAre() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var good = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            var back =
                    trial.pipelines
                            .rollbackStage(r ->
                                    r.pipelineName("line")
                                            .stageName("Test")
                                            .targetPipelineExecutionId(good))
                            .pipelineExecutionId();
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", back));
            assertEquals(good, trial.stage("line", "Live").latestExecution().pipelineExecutionId());
        }
    }

    @Test
    void anAlarmAfterADeploymentTakesTheStageBack() {
        var watched =
                Line.approved(
                        LIVE,
                        Result.ROLLBACK,
                        Line.rule(
                                "CloudWatchAlarm", Map.of("AlarmName", "errors", "WaitTime", "5")));
        try (var trial = open(watched)) {
            trial.deploy("watch", ALARM, ChangeSetType.CREATE);
            var good = first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.clock.advance(Duration.ofMinutes(10));
            assertEquals("Succeeded", trial.execution("line", good));
            var bad = trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.account.alarm("errors", "eu-west-1", "ALARM");
            trial.clock.advance(Duration.ofMinutes(10));
            assertEquals("Failed", trial.execution("line", bad));
            var back =
                    trial.pipelines
                            .listPipelineExecutions(r -> r.pipelineName("line"))
                            .pipelineExecutionSummaries()
                            .getFirst();
            assertEquals("ROLLBACK", back.executionTypeAsString());
            assertEquals("AutomatedRollback", back.trigger().triggerTypeAsString());
            assertEquals(good, back.rollbackMetadata().rollbackTargetPipelineExecutionId());
        }
    }

    @Test
    void aRollbackThatFailsIsNotRolledBack() {
        var stage = LIVE.toBuilder().onFailure(f -> f.result(Result.ROLLBACK)).build();
        try (var trial = open(stage)) {
            first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(10));
            assertEquals(
                    List.of("ROLLBACK Failed", "STANDARD Failed", "STANDARD Succeeded"),
                    trial
                            .pipelines
                            .listPipelineExecutions(r -> r.pipelineName("line"))
                            .pipelineExecutionSummaries()
                            .stream()
                            .map(e -> e.executionTypeAsString() + " " + e.statusAsString())
                            .toList());
        }
    }

    @Test
    void aFailureConditionThatHoldsTakesTheStageBack() {
        var stage =
                LIVE.toBuilder()
                        .onFailure(f ->
                                f.conditions(
                                        Line.condition(
                                                Result.ROLLBACK, Line.compare("a", "EQ", "a"))))
                        .build();
        try (var trial = open(stage)) {
            var good = first(trial);
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            trial.start("line");
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            trial.clock.advance(Duration.ofMinutes(1));
            var back =
                    trial.pipelines
                            .listPipelineExecutions(r -> r.pipelineName("line"))
                            .pipelineExecutionSummaries()
                            .getFirst();
            assertEquals(good, back.rollbackMetadata().rollbackTargetPipelineExecutionId());
        }
    }

    @Test
    void parallelRunsCannotBeTakenBack() {
        try (var trial = open(LIVE)) {
            var stage = Line.approved(LIVE, Result.ROLLBACK, Line.compare("a", "EQ", "a"));
            var parallel = Line.of(ExecutionMode.PARALLEL, stage);
            assertThrows(
                    InvalidStructureException.class,
                    () -> trial.pipelines.updatePipeline(r -> r.pipeline(parallel)));
        }
    }

    private static Trial open(StageDeclaration... stages) {
        return Line.open(Line.of(ExecutionMode.SUPERSEDED, stages));
    }

    private static String first(Trial trial) {
        return trial.ran("line").getFirst().pipelineExecutionId();
    }

    private static PipelineExecutionSummary latest(Trial trial) {
        return trial.pipelines
                .listPipelineExecutions(r -> r.pipelineName("line"))
                .pipelineExecutionSummaries()
                .getFirst();
    }

    private static String told(PipelineExecutionSummary execution) {
        return execution.executionTypeAsString() + " " + execution.statusAsString();
    }

    private static void rollBack(Trial trial, String stage, String target) {
        trial.pipelines.rollbackStage(
                r -> r.pipelineName("line").stageName(stage).targetPipelineExecutionId(target));
    }

    private static List<String> revisions(Trial trial, String execution) {
        return trial
                .pipelines
                .getPipelineExecution(r -> r.pipelineName("line").pipelineExecutionId(execution))
                .pipelineExecution()
                .artifactRevisions()
                .stream()
                .map(ArtifactRevision::revisionId)
                .toList();
    }
}
