package io.stagecraft.ui.shell;

import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.Workspace;

import java.util.Optional;

/// An approval that waits for an answer, by the names of its stage and action.
record Waiting(String stage, String action) {
    /// The first one, left to right.
    static Optional<Waiting> approval(Workspace workspace) {
        return workspace.runProperty().get().stream()
                .flatMap(r -> r.stages().stream())
                .flatMap(s ->
                        s.actions().stream()
                                .filter(a -> a.status() == RunStatus.WAITING_FOR_APPROVAL)
                                .map(a -> new Waiting(s.name(), a.name())))
                .findFirst();
    }
}
