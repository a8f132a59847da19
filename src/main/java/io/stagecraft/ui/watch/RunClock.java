package io.stagecraft.ui.watch;

import io.stagecraft.ui.Workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What time it is where the run on the screen happens: the time of its last snapshot, and what has passed here since.
///
/// The wall's clock would not do: accounts may be ahead of it, and the Practice account's time passes faster.
public final class RunClock implements InstantSource {
    private final InstantSource wall;
    private Duration ahead = Duration.ZERO;

    public RunClock(Workspace workspace, InstantSource wall) {
        this.wall = wall;
        workspace
                .runProperty()
                .subscribe(run ->
                        ahead =
                                run.map(r -> Duration.between(wall.instant(), r.taken()))
                                        .orElse(Duration.ZERO));
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(ahead);
    }
}
