package io.stagecraft.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AttentionTest {
    @Test
    void anApprovalThatBeginsToWaitCallsOnce() {
        var before = run(RunStatus.IN_PROGRESS);
        var now = run(RunStatus.WAITING_FOR_APPROVAL);
        assertEquals(
                Optional.of(new Attention("Production", "Approve")),
                Attention.between(Optional.of(before), now));
        assertEquals(Optional.empty(), Attention.between(Optional.of(now), now));
    }

    @Test
    void aFailureCallsWhenTheRunIsFirstSeenToo() {
        assertEquals(
                Optional.of(new Attention("Production", "Approve")),
                Attention.between(Optional.empty(), run(RunStatus.FAILED)));
    }

    @Test
    void whatGoesWellDoesNot() {
        assertEquals(
                Optional.empty(),
                Attention.between(
                        Optional.of(run(RunStatus.IN_PROGRESS)), run(RunStatus.SUCCEEDED)));
    }

    private static RunSnapshot run(RunStatus status) {
        var action =
                new ActionRun(
                        "Approve",
                        status,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        var stage =
                new StageRun(
                        "Production",
                        status,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(action));
        return new RunSnapshot("orders-release", Instant.EPOCH, List.of(stage), List.of());
    }
}
