package io.stagecraft.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.run.Metrics.StageTimes;
import io.stagecraft.run.Metrics.Times;
import io.stagecraft.run.RunSnapshot.ExecutionRun;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class MetricsTest {
    private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

    @Test
    void theRateIsOfThoseThatSucceededOrFailed() {
        var metrics =
                Metrics.of(
                        List.of(
                                execution("e5", RunStatus.IN_PROGRESS, 10),
                                execution("e4", RunStatus.SUPERSEDED, 10),
                                execution("e3", RunStatus.FAILED, 999),
                                execution("e2", RunStatus.SUCCEEDED, 100),
                                execution("e1", RunStatus.SUCCEEDED, 200)),
                        List.of(),
                        List.of());
        assertEquals(Optional.of(2 / 3.0), metrics.rate());
        assertEquals(1, metrics.running());
        assertEquals(times(2, 150, 200), metrics.took());
    }

    @Test
    void withoutAnEndThereIsNoRateAndNoDuration() {
        var metrics =
                Metrics.of(
                        List.of(execution("e1", RunStatus.IN_PROGRESS, 5)), List.of(), List.of());
        assertEquals(Optional.empty(), metrics.rate());
        assertEquals(Optional.empty(), metrics.took());
    }

    @Test
    void theMiddleOfThreeIsTheSecond() {
        assertEquals(
                times(3, 20, 90),
                Times.of(
                        List.of(
                                Duration.ofSeconds(90),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(20))));
    }

    @Test
    void aStageTakesFromItsFirstActionToTheEndOfItsLast() {
        var metrics =
                Metrics.of(
                        List.of(
                                execution("e2", RunStatus.FAILED, 60),
                                execution("e1", RunStatus.SUCCEEDED, 60)),
                        List.of(
                                action("e2", "Test", "Unit", RunStatus.FAILED, 0, 50),
                                action("e1", "Test", "Unit", RunStatus.SUCCEEDED, 0, 20),
                                action("e1", "Test", "Slow", RunStatus.SUCCEEDED, 5, 30),
                                action("e0", "Test", "Unit", RunStatus.FAILED, 0, 500)),
                        List.of("Source", "Test"));
        assertEquals(
                List.of(
                        new StageTimes("Source", Optional.empty(), 0),
                        new StageTimes("Test", times(2, 40, 50), 1)),
                metrics.stages());
    }

    @Test
    void approvalsAreTimedOnceTheyAreAnswered() {
        var metrics =
                Metrics.of(
                        List.of(
                                execution("e2", RunStatus.IN_PROGRESS, 60),
                                execution("e1", RunStatus.SUCCEEDED, 60)),
                        List.of(
                                approval("e2", RunStatus.IN_PROGRESS, 900),
                                approval("e1", RunStatus.SUCCEEDED, 40)),
                        List.of("Release"));
        assertEquals(times(1, 40, 40), metrics.approvals());
        assertEquals(1, metrics.waiting());
    }

    private static Optional<Times> times(int count, long median, long longest) {
        return Optional.of(
                new Times(count, Duration.ofSeconds(median), Duration.ofSeconds(longest)));
    }

    private static ExecutionRun execution(String id, RunStatus status, long seconds) {
        return new ExecutionRun(id, status, START, START.plusSeconds(seconds), "", "", "");
    }

    private static PastAction action(
            String execution, String stage, String name, RunStatus status, long from, long to) {
        return new PastAction(
                execution,
                stage,
                name,
                false,
                status,
                START.plusSeconds(from),
                START.plusSeconds(to));
    }

    private static PastAction approval(String execution, RunStatus status, long seconds) {
        return new PastAction(
                execution, "Release", "Approve", true, status, START, START.plusSeconds(seconds));
    }
}
