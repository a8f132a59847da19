package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ApprovalAlreadyCompletedException;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InvalidApprovalTokenException;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

import java.time.Duration;

/// How long an approval waits, and which token answers it.
class ApprovalsTest {
    private static Trial one(ActionDeclaration approval) {
        return Line.open(Line.of(ExecutionMode.SUPERSEDED, Line.stage("Test", approval)));
    }

    @Test
    void anApprovalThatNobodyAnswersFailsInTime() {
        var hasty = Line.approval("Tests", 1).toBuilder().timeoutInMinutes(30).build();
        try (var trial = one(hasty)) {
            trial.clock.advance(Duration.ofMinutes(27));
            assertEquals("InProgress", trial.action("line", "Test", "Tests").statusAsString());
            trial.clock.advance(Duration.ofMinutes(3));
            assertEquals("Failed", trial.action("line", "Test", "Tests").statusAsString());
        }
    }

    @Test
    void aTokenThatIsNotTheWaitingOnesIsRefused() {
        try (var trial = one(Line.approval("Tests", 1))) {
            assertThrows(
                    InvalidApprovalTokenException.class,
                    () ->
                            trial.pipelines.putApprovalResult(r ->
                                    r.pipelineName("line")
                                            .stageName("Test")
                                            .actionName("Tests")
                                            .token("00000000-0000-4000-8000-000000000000")
                                            .result(a ->
                                                    a.status(ApprovalStatus.APPROVED)
                                                            .summary(""))));
        }
    }

    @Test
    void anApprovalWaitsForAWeekAndItsTokenIsGoodOnce() {
        try (var trial = one(Line.approval("Tests", 1))) {
            var token = trial.action("line", "Test", "Tests").token();
            trial.clock.advance(Duration.ofDays(6));
            assertEquals("InProgress", trial.action("line", "Test", "Tests").statusAsString());
            trial.clock.advance(Duration.ofDays(1));
            assertEquals("Failed", trial.action("line", "Test", "Tests").statusAsString());
            assertNull(trial.action("line", "Test", "Tests").token());
            assertThrows(
                    ApprovalAlreadyCompletedException.class,
                    () ->
                            trial.pipelines.putApprovalResult(r ->
                                    r.pipelineName("line")
                                            .stageName("Test")
                                            .actionName("Tests")
                                            .token(token)
                                            .result(a ->
                                                    a.status(ApprovalStatus.APPROVED)
                                                            .summary(""))));
            trial.retry(
                    "line",
                    "Test",
                    trial.ran("line").getFirst().pipelineExecutionId(),
                    StageRetryMode.FAILED_ACTIONS);
            assertNotEquals(token, trial.action("line", "Test", "Tests").token());
        }
    }
}
