package io.stagecraft.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.ui.kit.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A design that was edited again before its checks came back costs no plan.
class OvertakenDesignTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> planned = new ArrayList<>();

    private final Background later = Workspaces.later(waiting);

    @Test
    void onlyTheLatestDesignIsPlanned() {
        var workspace =
                new Workspace(
                        CatalogFiles.load(),
                        _ -> List.of(),
                        this::plan,
                        later,
                        Design.empty("first"));
        workspace.apply(new RenameDesign("second"));
        workspace.apply(new RenameDesign("third"));
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        assertEquals(List.of("third"), planned);
        assertEquals("third", workspace.blueprintProperty().get().orElseThrow().pipeline());
    }

    private Blueprint plan(Design design) {
        planned.add(design.name());
        return new Blueprint(design.name(), List.of(), List.of());
    }
}
