package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.ConcurrentPipelineExecutionsLimitExceededException;
import software.amazon.awssdk.services.codepipeline.model.DuplicatedStopRequestException;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.NotLatestPipelineExecutionException;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionNotStoppableException;
import software.amazon.awssdk.services.codepipeline.model.PipelineVariableDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PutActionRevisionResponse;
import software.amazon.awssdk.services.codepipeline.model.StageNotRetryableException;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What CodePipeline does with executions, stages and actions.
class RunningTest {
    private static final Duration WHILE = Duration.ofMinutes(2);

    private static String start(Trial trial) {
        var id = trial.pipelines.startPipelineExecution(r -> r.name("line")).pipelineExecutionId();
        trial.clock.advance(WHILE);
        return id;
    }

    private static String first(Trial trial) {
        return trial.ran("line").getFirst().pipelineExecutionId();
    }

    private static List<String> waiting(Trial trial, String stage) {
        return trial.stage("line", stage).inboundExecutions().stream()
                .map(e -> e.pipelineExecutionId())
                .toList();
    }

    @Test
    void aNewerRunTakesThePlaceOfTheOneThatWaitsAndOnlyOfThatOne() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var one = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            var two = start(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals(List.of(two), waiting(trial, "Live"));
            var three = start(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals(List.of(three), waiting(trial, "Live"));
            assertEquals(
                    "Superseded by execution " + three,
                    trial.pipelines
                            .getPipelineExecution(
                                    r -> r.pipelineName("line").pipelineExecutionId(two))
                            .pipelineExecution()
                            .statusSummary());
            assertEquals(
                    List.of("InProgress", "Superseded", "InProgress"),
                    List.of(
                            trial.execution("line", one),
                            trial.execution("line", two),
                            trial.execution("line", three)));
            trial.answer("line", "Live", "Go", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", one));
            assertEquals(
                    three, trial.stage("line", "Live").latestExecution().pipelineExecutionId());
        }
    }

    @Test
    void queuedRunsWaitTheirTurnAndNoneIsLost() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            var two = start(trial);
            var three = start(trial);
            assertEquals(List.of(two, three), waiting(trial, "Test"));
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals(two, trial.stage("line", "Test").latestExecution().pipelineExecutionId());
            assertEquals(List.of(three), waiting(trial, "Test"));
        }
    }

    @Test
    void fiftyRunsAreUnderWayAtMostWhereNoneTakesThePlaceOfAnother() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            for (int n = 2; n <= 50; n++) {
                trial.pipelines.startPipelineExecution(r -> r.name("line"));
            }
            assertThrows(
                    ConcurrentPipelineExecutionsLimitExceededException.class,
                    () -> trial.pipelines.startPipelineExecution(r -> r.name("line")));
        }
    }

    @Test
    void parallelRunsDoNotKnowOfEachOther() {
        try (var trial = Line.gates(ExecutionMode.PARALLEL)) {
            start(trial);
            assertEquals(
                    2,
                    trial.ran("line").stream()
                            .filter(a ->
                                    a.actionName().equals("Tests")
                                            && a.statusAsString().equals("InProgress"))
                            .count());
            assertNull(trial.stage("line", "Test").latestExecution());
        }
    }

    @Test
    void aClosedGateHoldsArrivalsUntilItOpens() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            trial.pipelines.disableStageTransition(r ->
                    r.pipelineName("line")
                            .stageName("Live")
                            .transitionType("Inbound")
                            .reason("Not on Fridays"));
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            var state = trial.stage("line", "Live");
            assertEquals("Not on Fridays", state.inboundTransitionState().disabledReason());
            assertEquals(List.of(first(trial)), waiting(trial, "Live"));
            assertNull(trial.action("line", "Live", "Go"));
            trial.pipelines.enableStageTransition(
                    r -> r.pipelineName("line").stageName("Live").transitionType("Inbound"));
            assertEquals("InProgress", trial.action("line", "Live", "Go").statusAsString());
        }
    }

    @Test
    void aFailedStageRunsAgainFromWhatFailed() {
        try (var trial =
                Line.open(
                        Line.of(
                                ExecutionMode.SUPERSEDED,
                                Line.stage(
                                        "Test", Line.approval("A", 1), Line.approval("B", 2))))) {
            var id = first(trial);
            trial.answer("line", "Test", "A", ApprovalStatus.APPROVED);
            trial.answer("line", "Test", "B", ApprovalStatus.REJECTED);
            trial.pipelines.retryStageExecution(r ->
                    r.pipelineName("line")
                            .stageName("Test")
                            .pipelineExecutionId(id)
                            .retryMode(StageRetryMode.FAILED_ACTIONS));
            assertEquals("InProgress", trial.execution("line", id));
            assertEquals(
                    1, trial.ran("line").stream().filter(a -> a.actionName().equals("A")).count());
            assertThrows(
                    StageNotRetryableException.class,
                    () ->
                            trial.pipelines.retryStageExecution(r ->
                                    r.pipelineName("line")
                                            .stageName("Test")
                                            .pipelineExecutionId(id)
                                            .retryMode(StageRetryMode.FAILED_ACTIONS)));
            trial.answer("line", "Test", "B", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", id));
            assertEquals(
                    1, trial.stage("line", "Test").retryStageMetadata().manualStageRetryAttempt());
        }
    }

    @Test
    void onceAnotherRunHasEnteredTheOldOneCannotBeRetried() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var one = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.REJECTED);
            start(trial);
            assertThrows(
                    NotLatestPipelineExecutionException.class,
                    () ->
                            trial.pipelines.retryStageExecution(r ->
                                    r.pipelineName("line")
                                            .stageName("Test")
                                            .pipelineExecutionId(one)
                                            .retryMode(StageRetryMode.ALL_ACTIONS)));
        }
    }

    @Test
    void stoppingWaitsForWhatRunsUnlessItIsAbandoned() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var id = first(trial);
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(id).reason("wrong branch"));
            assertEquals("Stopping", trial.execution("line", id));
            assertThrows(
                    DuplicatedStopRequestException.class,
                    () ->
                            trial.pipelines.stopPipelineExecution(
                                    r -> r.pipelineName("line").pipelineExecutionId(id)));
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals("Stopped", trial.execution("line", id));
            assertNull(trial.action("line", "Live", "Go"));
            assertThrows(
                    PipelineExecutionNotStoppableException.class,
                    () ->
                            trial.pipelines.stopPipelineExecution(
                                    r -> r.pipelineName("line").pipelineExecutionId(id)));
            var two = start(trial);
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(two).abandon(true));
            assertEquals("Stopped", trial.execution("line", two));
            assertEquals("Abandoned", trial.action("line", "Test", "Tests").statusAsString());
        }
    }

    @Test
    void variablesAreFilledInJustBeforeTheActionAndAnUnknownOneFailsIt() {
        var says =
                Line.approval("A", 1).toBuilder()
                        .configuration(
                                Map.of(
                                        "CustomData",
                                        "#{Fetched.VersionId} in"
                                                + " #{codepipeline.PipelineExecutionId}"))
                        .build();
        var lost =
                Line.approval("B", 2).toBuilder()
                        .configuration(Map.of("CustomData", "#{Nobody.knows}"))
                        .build();
        try (var trial =
                Line.open(Line.of(ExecutionMode.SUPERSEDED, Line.stage("Test", says, lost)))) {
            var a =
                    trial.ran("line").stream()
                            .filter(r -> r.actionName().equals("A"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(
                    a.input()
                            .resolvedConfiguration()
                            .get("CustomData")
                            .endsWith(" in " + first(trial)));
            assertTrue(!a.input().resolvedConfiguration().get("CustomData").contains("#{"));
            trial.answer("line", "Test", "A", ApprovalStatus.APPROVED);
            trial.clock.advance(WHILE);
            assertTrue(
                    trial.action("line", "Test", "B")
                            .errorDetails()
                            .message()
                            .contains("#{Nobody.knows}"));
        }
    }

    @Test
    void aVariablesValueIsTakenLetterByLetter() {
        var value = "C:\\temp costs $1 \\$0 ${x}";
        var says =
                Line.approval("A", 1).toBuilder()
                        .configuration(Map.of("CustomData", "#{variables.Note}!"))
                        .build();
        var line =
                Line.of(ExecutionMode.SUPERSEDED, Line.stage("Test", says)).toBuilder()
                        .variables(
                                PipelineVariableDeclaration.builder()
                                        .name("Note")
                                        .defaultValue(value)
                                        .build())
                        .build();
        try (var trial = Line.open(line)) {
            assertEquals(
                    value + "!",
                    trial.ran("line").getLast().input().resolvedConfiguration().get("CustomData"));
        }
    }

    @Test
    void aChangedDefinitionCancelsWhatRuns() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var id = first(trial);
            var now = trial.pipelines.getPipeline(r -> r.name("line")).pipeline();
            var later = trial.pipelines.updatePipeline(r -> r.pipeline(now)).pipeline();
            assertEquals(2, later.version());
            assertEquals("Cancelled", trial.execution("line", id));
            var next = start(trial);
            assertEquals(next, trial.stage("line", "Test").latestExecution().pipelineExecutionId());
        }
    }

    @Test
    void onceTheDefinitionIsAnotherAFailedStageCannotBeRetried() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var id = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.REJECTED);
            var now = trial.pipelines.getPipeline(r -> r.name("line")).pipeline();
            trial.pipelines.updatePipeline(r -> r.pipeline(now));
            assertThrows(
                    NotLatestPipelineExecutionException.class,
                    () -> trial.retry("line", "Test", id, StageRetryMode.FAILED_ACTIONS));
        }
    }

    @Test
    void aStoppedRunMakesWayForTheNext() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            var one = first(trial);
            var two = start(trial);
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(one).abandon(true));
            assertEquals(two, trial.stage("line", "Test").latestExecution().pipelineExecutionId());
            assertEquals("InProgress", trial.action("line", "Test", "Tests").statusAsString());
        }
    }

    @Test
    void whatATrainerBreaksBreaksOnce() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            trial.account.inject(
                    Fault.next("Fetch", new Fault.Fails("JobFailed", "The disk is full.")));
            var id = start(trial);
            assertEquals(
                    "The disk is full.",
                    trial.action("line", "Source", "Fetch").errorDetails().message());
            trial.pipelines.retryStageExecution(r ->
                    r.pipelineName("line")
                            .stageName("Source")
                            .pipelineExecutionId(id)
                            .retryMode(StageRetryMode.FAILED_ACTIONS));
            trial.clock.advance(WHILE);
            assertEquals("Succeeded", trial.action("line", "Source", "Fetch").statusAsString());
        }
    }

    @Test
    void beforeAClosedGateOnlyTheLatestWaitsAndOpeningLetsItThrough() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            close(trial);
            var one = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            var two = start(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals(List.of(two), waiting(trial, "Live"));
            assertEquals("Superseded", trial.execution("line", one));
            open(trial);
            assertEquals(two, trial.stage("line", "Live").latestExecution().pipelineExecutionId());
        }
    }

    @Test
    void queuedRunsPassAClosedGateInTheirOrderOneAfterTheOther() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            close(trial);
            var one = first(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            var two = start(trial);
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertEquals(List.of(one, two), waiting(trial, "Live"));
            open(trial);
            assertEquals(one, trial.stage("line", "Live").latestExecution().pipelineExecutionId());
            trial.answer("line", "Live", "Go", ApprovalStatus.REJECTED);
            assertEquals(two, trial.stage("line", "Live").latestExecution().pipelineExecutionId());
            assertEquals("Failed", trial.execution("line", one));
        }
    }

    @Test
    void aRunThatOnlyWaitsIsStoppedAtOnce() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            var two = start(trial);
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(two));
            assertEquals("Stopped", trial.execution("line", two));
            assertEquals(List.of(), waiting(trial, "Test"));
        }
    }

    @Test
    void aStoppedStageRunsAgain() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            var id = first(trial);
            trial.pipelines.stopPipelineExecution(
                    r -> r.pipelineName("line").pipelineExecutionId(id).abandon(true));
            trial.retry("line", "Test", id, StageRetryMode.FAILED_ACTIONS);
            assertEquals("InProgress", trial.execution("line", id));
            assertEquals("InProgress", trial.action("line", "Test", "Tests").statusAsString());
        }
    }

    @Test
    void aParallelRunIsRetriedWhateverOthersDidAndKeepsItsStructure() {
        try (var trial = Line.gates(ExecutionMode.PARALLEL)) {
            var one = first(trial);
            var two = start(trial);
            trial.answerIn(one, "Tests", ApprovalStatus.REJECTED);
            assertEquals(
                    List.of("Failed", "InProgress"),
                    List.of(trial.execution("line", one), trial.execution("line", two)));
            trial.retry("line", "Test", one, StageRetryMode.FAILED_ACTIONS);
            assertEquals("InProgress", trial.execution("line", one));
            var now = trial.pipelines.getPipeline(r -> r.name("line")).pipeline();
            trial.pipelines.updatePipeline(r -> r.pipeline(now));
            assertEquals("InProgress", trial.execution("line", two));
            trial.answerIn(two, "Tests", ApprovalStatus.APPROVED);
            assertEquals("InProgress", trial.execution("line", two));
        }
    }

    @Test
    void aNewRevisionOfASourceStartsTheLineOnItAndAKnownOneDoesNot() {
        try (var trial = Line.gates(ExecutionMode.QUEUED)) {
            var put = revise(trial, "f00d");
            trial.clock.advance(WHILE);
            assertTrue(put.newRevision());
            var run =
                    trial.pipelines
                            .getPipelineExecution(r ->
                                    r.pipelineName("line")
                                            .pipelineExecutionId(put.pipelineExecutionId()))
                            .pipelineExecution();
            assertEquals("PutActionRevision", run.trigger().triggerTypeAsString());
            assertEquals("f00d", run.artifactRevisions().getFirst().revisionId());
            var again = revise(trial, "f00d");
            assertTrue(!again.newRevision());
            assertEquals(put.pipelineExecutionId(), again.pipelineExecutionId());
        }
    }

    private static PutActionRevisionResponse revise(Trial trial, String revision) {
        return trial.pipelines.putActionRevision(r ->
                r.pipelineName("line")
                        .stageName("Source")
                        .actionName("Fetch")
                        .actionRevision(a ->
                                a.revisionId(revision).revisionChangeId("1").created(Trial.START)));
    }

    @Test
    void theWayOutOfAStageIsTheWayIntoTheNext() {
        try (var trial = Line.gates(ExecutionMode.SUPERSEDED)) {
            trial.pipelines.disableStageTransition(r ->
                    r.pipelineName("line")
                            .stageName("Test")
                            .transitionType("Outbound")
                            .reason("Freeze"));
            var live = trial.stage("line", "Live").inboundTransitionState();
            assertEquals("Freeze", live.disabledReason());
            assertTrue(trial.stage("line", "Test").inboundTransitionState().enabled());
            trial.answer("line", "Test", "Tests", ApprovalStatus.APPROVED);
            assertNull(trial.action("line", "Live", "Go"));
        }
    }

    private static void close(Trial trial) {
        trial.pipelines.disableStageTransition(r ->
                r.pipelineName("line").stageName("Live").transitionType("Inbound").reason("Wait"));
    }

    private static void open(Trial trial) {
        trial.pipelines.enableStageTransition(
                r -> r.pipelineName("line").stageName("Live").transitionType("Inbound"));
    }
}
