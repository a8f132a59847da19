package io.stagecraft.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.run.RunSnapshot;
import io.stagecraft.ui.Workspaces;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RunClockTest {
    private Instant wall = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void goesOnFromTheTimeOfTheLastSnapshot() {
        var workspace = Workspaces.empty("orders-release");
        var clock = new RunClock(workspace, () -> wall);
        assertEquals(wall, clock.instant());
        var taken = Instant.parse("2026-01-01T12:30:00Z");
        workspace
                .runProperty()
                .set(Optional.of(new RunSnapshot("orders-release", taken, List.of(), List.of())));
        wall = wall.plusSeconds(3);
        assertEquals(taken.plusSeconds(3), clock.instant());
    }
}
