package io.stagecraft.ui.watch;

import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunStatus;

import java.util.Optional;

/// The action that a person should look at now: one that has begun to wait for an answer, or has failed.
///
/// @param stage the stage's name
/// @param action the action's name
public record Attention(String stage, String action) {
    /// What came up between two snapshots; nothing while all goes on as it did.
    public static Optional<Attention> between(Optional<RunSnapshot> before, RunSnapshot now) {
        return now.stages().stream()
                .flatMap(s ->
                        s.actions().stream()
                                .filter(a -> calls(a.status()))
                                .map(a -> new Attention(s.name(), a.name())))
                .filter(a -> !calls(a.statusIn(before)))
                .findFirst();
    }

    private RunStatus statusIn(Optional<RunSnapshot> run) {
        return run.flatMap(r -> r.stage(stage))
                .flatMap(s -> s.action(action))
                .map(RunSnapshot.ActionRun::status)
                .orElse(RunStatus.NOT_RUN);
    }

    private static boolean calls(RunStatus status) {
        return status == RunStatus.WAITING_FOR_APPROVAL || status == RunStatus.FAILED;
    }
}
