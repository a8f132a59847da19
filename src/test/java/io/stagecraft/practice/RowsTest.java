package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;

import java.util.stream.IntStream;

/// In which order a stage runs its actions, and how many side by side.
class RowsTest {
    @Test
    void actionsOfOneRowRunSideBySideAndTheNextRowWaitsForAll() {
        try (var trial =
                Line.open(
                        Line.of(
                                ExecutionMode.SUPERSEDED,
                                Line.stage(
                                        "Test",
                                        Line.approval("A", 1),
                                        Line.approval("B", 1),
                                        Line.approval("C", 2))))) {
            assertEquals("InProgress", trial.action("line", "Test", "A").statusAsString());
            assertEquals("InProgress", trial.action("line", "Test", "B").statusAsString());
            trial.answer("line", "Test", "A", ApprovalStatus.APPROVED);
            assertNull(trial.action("line", "Test", "C"));
            trial.answer("line", "Test", "B", ApprovalStatus.APPROVED);
            assertEquals("InProgress", trial.action("line", "Test", "C").statusAsString());
            trial.answer("line", "Test", "C", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", first(trial)));
        }
    }

    @Test
    void rowsRunByTheirNumberHoweverTheyAreDrawn() {
        try (var trial =
                Line.open(
                        Line.of(
                                ExecutionMode.SUPERSEDED,
                                Line.stage(
                                        "Test",
                                        Line.approval("Last", 12),
                                        Line.approval("First", 3),
                                        Line.approval("Second", 7))))) {
            assertNull(trial.action("line", "Test", "Last"));
            assertNull(trial.action("line", "Test", "Second"));
            trial.answer("line", "Test", "First", ApprovalStatus.APPROVED);
            assertNull(trial.action("line", "Test", "Last"));
            trial.answer("line", "Test", "Second", ApprovalStatus.APPROVED);
            trial.answer("line", "Test", "Last", ApprovalStatus.APPROVED);
            assertEquals("Succeeded", trial.execution("line", first(trial)));
        }
    }

    @Test
    void aParallelRunHasFiveActionsUnderWayAtMost() {
        var seven =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(n -> Line.approval(n == 1 ? "Tests" : "Test" + n, 1))
                        .toArray(ActionDeclaration[]::new);
        try (var trial = Line.open(Line.of(ExecutionMode.PARALLEL, Line.stage("Test", seven)))) {
            assertEquals(5, underWay(trial));
            trial.answerIn(first(trial), "Tests", ApprovalStatus.APPROVED);
            assertEquals(5, underWay(trial), "the next one took the place that was free");
            assertEquals(6, trial.ran("line").stream().filter(a -> isOfTest(a)).count());
        }
    }

    private static boolean isOfTest(ActionExecutionDetail action) {
        return action.stageName().equals("Test");
    }

    private static long underWay(Trial trial) {
        return trial.ran("line").stream()
                .filter(a -> a.statusAsString().equals("InProgress"))
                .count();
    }

    @Test
    void afterAFailureTheOthersOfTheRowRunOnAndTheNextRowDoesNotStart() {
        try (var trial =
                Line.open(
                        Line.of(
                                ExecutionMode.SUPERSEDED,
                                Line.stage(
                                        "Test",
                                        Line.approval("A", 1),
                                        Line.approval("B", 1),
                                        Line.approval("C", 2))))) {
            trial.answer("line", "Test", "A", ApprovalStatus.REJECTED);
            assertEquals(
                    "InProgress", trial.stage("line", "Test").latestExecution().statusAsString());
            trial.answer("line", "Test", "B", ApprovalStatus.APPROVED);
            assertEquals("Failed", trial.stage("line", "Test").latestExecution().statusAsString());
            assertNull(trial.action("line", "Test", "C"));
            assertEquals("Failed", trial.execution("line", first(trial)));
        }
    }

    private static String first(Trial trial) {
        return trial.ran("line").getFirst().pipelineExecutionId();
    }
}
