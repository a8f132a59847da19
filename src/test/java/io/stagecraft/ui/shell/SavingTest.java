package io.stagecraft.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.Workspaces;
import io.stagecraft.ui.kit.Background;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

class SavingTest {
    private static final Path FILE = Path.of("orders.json");

    private final Later later = new Later();
    private final FakeDocuments disk = new FakeDocuments();
    private final Workspace workspace =
            new Workspace(
                    Workspaces.empty("x").catalog(),
                    _ -> List.of(),
                    d -> new Blueprint(d.name(), List.of(), List.of()),
                    later,
                    Design.empty("orders"));
    private final DocumentViewModel document = new DocumentViewModel(workspace, disk);

    @Test
    void aSecondSaveWaitsForTheFirstAndLandsLast() {
        later.all();
        workspace.apply(new RenameDesign("first"));
        document.save(FILE, () -> {});
        workspace.apply(new RenameDesign("second"));
        document.save(FILE, () -> {});
        workspace.apply(new RenameDesign("third"));
        document.save(FILE, () -> {});
        later.all();
        assertEquals(List.of("orders.json first", "orders.json third"), disk.saved);
        assertFalse(workspace.isDirty());
    }

    @Test
    void whatIsDrawnWhileASaveIsUnderWayIsStillUnsaved() {
        later.all();
        workspace.apply(new RenameDesign("first"));
        document.save(FILE, () -> {});
        workspace.apply(new RenameDesign("second"));
        later.all();
        assertTrue(workspace.isDirty());
    }

    @Test
    void aFileThatSomebodyElseHasChangedIsNotOverwrittenUnasked() {
        later.all();
        document.save(FILE, () -> {});
        later.all();
        workspace.apply(new RenameDesign("mine"));
        disk.isChangedOutside = true;
        document.save(FILE, () -> {});
        later.all();
        assertEquals(List.of("orders.json orders"), disk.saved);
        assertTrue(workspace.isDirty());
        assertEquals(FILE, document.overtakenProperty().get().orElseThrow().file());
        document.overwrite(FILE, () -> {});
        later.all();
        assertEquals("orders.json mine", disk.saved.getLast());
        assertFalse(workspace.isDirty());
    }

    /// Whoever picks another file has been asked by the dialog.
    @Test
    void savingElsewhereOverwritesWhatWasPicked() {
        later.all();
        disk.isChangedOutside = true;
        document.save(FILE, () -> {});
        later.all();
        assertEquals(List.of("orders.json orders"), disk.saved);
    }

    @Test
    void theFileThatTheProgramWasStartedWithIsARecentOne() {
        later.all();
        workspace.fileProperty().set(java.util.Optional.of(FILE));
        later.all();
        assertEquals(List.of(FILE), document.recentProperty().get());
    }

    @Test
    void anImportedDesignIsInNoFileYetSoClosingAsks() {
        document.importFile(Path.of("pipeline.json"));
        later.all();
        assertTrue(workspace.isDirty());
        workspace.undo();
        assertEquals("imported", workspace.design().name());
    }

    /// Work that begins when the test says so, in the order it was asked for.
    private static final class Later implements Background {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            waiting.add(() -> Background.direct().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable action) {
            waiting.add(action);
        }

        void all() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }
}
