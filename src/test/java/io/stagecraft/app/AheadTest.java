package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.UnreadableProject;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The design that the window begins with: it comes before the window or after it, never over somebody's work.
class AheadTest {
    private static final Optional<Path> FILE = Optional.of(Path.of("orders.json"));

    private final CompletableFuture<Design> reading = new CompletableFuture<>();
    private final Ahead ahead = new Ahead(CatalogFiles.load(), FILE, reading);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Design orders = Design.empty("orders");

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private Workspace workspace(Design start) {
        return new Workspace(
                CatalogFiles.load(),
                _ -> List.of(),
                d -> new io.stagecraft.blueprint.Blueprint(d.name(), List.of(), List.of()),
                new Later(),
                start);
    }

    /// Work that is done when the test says so.
    private final class Later implements Background {
        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            waiting.add(() -> Background.direct().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
        }
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aWindowThatComesSecondBeginsWithTheDesign() {
        reading.complete(orders);
        ahead.await(Duration.ofSeconds(20));
        Bench.onScreen(() -> {
            var start = ahead.start();
            var workspace = workspace(start);
            ahead.into(workspace, start);
            assertSame(orders, workspace.design());
            assertEquals(FILE, workspace.fileProperty().get());
        });
    }

    @Test
    void aDesignThatComesSecondIsOpened() {
        Bench.onScreen(() -> {
            var start = ahead.start();
            var workspace = workspace(start);
            ahead.into(workspace, start);
            reading.complete(orders);
            work();
            assertSame(orders, workspace.design());
            assertEquals(FILE, workspace.fileProperty().get());
        });
    }

    @Test
    void whatSomebodyDrewMeanwhileStays() {
        Bench.onScreen(() -> {
            var start = ahead.start();
            var workspace = workspace(start);
            ahead.into(workspace, start);
            workspace.apply(new RenameDesign("mine"));
            reading.complete(orders);
            work();
            assertEquals("mine", workspace.design().name());
            assertEquals(Optional.empty(), workspace.fileProperty().get());
            assertTrue(workspace.messageProperty().get().orElseThrow().text().contains("orders"));
            workspace.undo();
            assertEquals("pipeline", workspace.design().name());
        });
    }

    @Test
    void aFileThatCannotBeReadIsALineInTheWindow() {
        Bench.onScreen(() -> {
            var start = ahead.start();
            var workspace = workspace(start);
            ahead.into(workspace, start);
            var problem =
                    assertThrows(UnreadableProject.class, () -> ProjectFile.parse("not a design"));
            reading.completeExceptionally(problem);
            work();
            assertEquals(
                    Optional.of(Message.failure(problem.getMessage(), "")),
                    workspace.messageProperty().get());
        });
    }
}
