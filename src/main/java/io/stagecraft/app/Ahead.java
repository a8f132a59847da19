package io.stagecraft.app;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.OwnTypes;
import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.project.UnreadableProject;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the window begins with, read while JavaFX comes up. Mostly it is there first, and the window comes up with it; a file
/// that takes longer is opened when it has been read, unless somebody has begun to draw by then.
///
/// @param file where the design comes from; empty for the starter
/// @param design the design, or why it cannot be read
record Ahead(ActionCatalog catalog, Optional<Path> file, Future<Design> design) {
    private static final String STARTER = "release";

    /// Begins to read.
    ///
    /// @param file the design to open; empty for the starter
    static Ahead of(Optional<Path> file) {
        Callable<Design> source =
                () -> file.isPresent() ? ProjectFile.read(file.get()) : TemplateShelf.open(STARTER);
        var catalog = OwnTypes.catalog(OwnTypes.here(), System.err::println);
        var reading =
                new FutureTask<>(() -> {
                    var design = source.call();
                    design.actions().forEach(a -> catalog.find(a.type())); // read it, too
                    return design;
                });
        Thread.ofPlatform().daemon().name("Reading").start(reading);
        return new Ahead(catalog, file, reading);
    }

    /// Waits until the design has been read or cannot be, but no longer than `most`.
    void await(Duration most) {
        try {
            design.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return; // it comes later, or the window says why not
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The design if it is there by now; otherwise an empty one for the time being.
    Design start() {
        return isThere() ? design.resultNow() : Design.empty("pipeline");
    }

    /// Brings the design into a workspace that began with `start`.
    void into(Workspace workspace, Design start) {
        if (isThere() && design.resultNow() == start) {
            workspace.fileProperty().set(file);
        } else {
            workspace
                    .background()
                    .run(
                            this::read,
                            read -> arrived(workspace, start, read),
                            problem -> workspace.tell(unreadable(problem)));
        }
    }

    private boolean isThere() {
        return design.state() == Future.State.SUCCESS;
    }

    private Design read() throws Exception {
        try {
            return design.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void arrived(Workspace workspace, Design start, Design read) {
        if (workspace.design() == start && workspace.historyProperty().get().steps().size() == 1) {
            workspace.open(read, file);
        } else {
            workspace.tell(
                    Message.info(
                            read.name() + " has been read, but something else stands here by now.",
                            "File › Open brings it in."));
        }
    }

    private static Message unreadable(Exception problem) {
        return Message.failure(
                String.valueOf(problem.getMessage()),
                problem instanceof UnreadableProject ? "" : "Open another file.");
    }
}
