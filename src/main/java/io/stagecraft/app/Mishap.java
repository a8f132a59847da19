package io.stagecraft.app;

import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;

import java.util.Optional;

/// What nobody has caught on the UI thread, as a line to the person; standard error is read by nobody beside a window.
final class Mishap {
    private Mishap() {}

    /// Tells of whatever the thread that asks lets fall from now on.
    static void tellHere(Workspace workspace) {
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, problem) -> tell(workspace, problem));
    }

    private static void tell(Workspace workspace, Throwable problem) {
        var message =
                Message.failure(
                        "Something went wrong: " + words(problem) + ".",
                        "The design is as it was. Save it, and report this.");
        // once: what falls at each frame would have the line laid out again, and fall again
        if (!workspace.messageProperty().get().equals(Optional.of(message))) {
            workspace.tell(message);
        }
    }

    private static String words(Throwable problem) {
        var what = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        var kind = problem.getClass().getSimpleName();
        return problem.getMessage() == null || what.isBlank() ? kind : kind + ", " + what;
    }
}
