package io.stagecraft.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.live.LiveImportViewModel.Phase;
import io.stagecraft.ui.shell.Documents;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Whoever gives up is not overtaken by an answer.
class LiveImportViewModelTest {
    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    private final Workspace workspace =
            new Workspace(
                    CatalogFiles.load(),
                    _ -> List.of(),
                    d -> new Blueprint(d.name(), List.of(), List.of()),
                    new Slow(),
                    Design.empty("mine"));
    private final LiveImportViewModel model =
            new LiveImportViewModel(
                    workspace,
                    new ReadOnlyObjectWrapper<>(Target.practice(URI.create("http://127.0.0.1:4")))
                            .getReadOnlyProperty(),
                    new Two());

    @Test
    void givingUpWhileAPipelineIsReadKeepsTheDesign() {
        model.begin();
        assertEquals(new Phase.Listing(), model.phaseProperty().get());
        catchUp();
        assertEquals(new Phase.Listed(List.of("a", "b")), model.phaseProperty().get());
        model.read("b");
        assertEquals(new Phase.Reading("b"), model.phaseProperty().get());
        model.cancel();
        catchUp();
        assertEquals(new Phase.Idle(), model.phaseProperty().get());
        assertEquals("mine", workspace.design().name());
    }

    @Test
    void whatIsReadIsOpened() {
        model.begin();
        catchUp();
        model.read("b");
        catchUp();
        assertEquals("b", workspace.design().name());
        assertEquals(
                "“b”: imported from Practice account in eu-west-1.",
                workspace.messageProperty().get().orElseThrow().text());
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        model.begin();
        catchUp();
        model.read("broken");
        catchUp();
        assertEquals(
                new Phase.Refused("What AWS answers for broken: no."), model.phaseProperty().get());
    }

    private void catchUp() {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
    }

    private final class Slow implements Background {
        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            later.add(() -> Background.direct().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
        }
    }

    private static final class Two implements LiveDoor {
        @Override
        public List<String> list(Target target) {
            return List.of("a", "b");
        }

        @Override
        public Documents.Imported read(Target target, String name) throws Documents.Trouble {
            if (name.equals("broken")) {
                throw new Documents.Trouble("What AWS answers for broken: no.");
            }
            return new Documents.Imported(Design.empty(name), List.of());
        }
    }
}
