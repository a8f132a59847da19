package io.stagecraft.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The palette while the catalogue is still being read.
class PaletteViewTest {
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        Bench.onScreen(() -> {
            var workspace =
                    new Workspace(
                            CatalogFiles.load(),
                            _ -> List.of(),
                            d -> new Blueprint(d.name(), List.of(), List.of()),
                            new Slow(),
                            Design.empty("orders"));
            elsewhere.clear(); // the design's own checks
            var palette = new PaletteView(new PaletteViewModel(workspace), _ -> {}, _ -> {});
            palette.fill(Frames.atOnce());
            scene = new Scene(palette);
        });
    }

    private ListView<?> list() {
        return (ListView<?>) scene.lookup("#palette-list");
    }

    private void read() {
        Bench.onScreen(() -> elsewhere.forEach(Runnable::run));
    }

    @Test
    void theScreenDoesNotWaitForTheDataFiles() {
        assertEquals(0, list().getItems().size());
        read();
        assertTrue(list().getItems().size() > 40);
    }

    @ParameterizedTest
    @CsvSource({"approval, true", "no such action, false"})
    void whatIsSoughtMeanwhileIsFoundThen(String sought, boolean found) {
        Bench.onScreen(() -> ((TextField) scene.lookup("#palette-query")).setText(sought));
        assertEquals(0, list().getItems().size());
        read();
        assertEquals(found, !list().getItems().isEmpty());
        assertTrue(list().getItems().size() < 10, "only what was sought");
    }

    /// Does nothing elsewhere until it is told to.
    private final class Slow implements Background {
        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            elsewhere.add(() -> Background.direct().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
        }
    }
}
