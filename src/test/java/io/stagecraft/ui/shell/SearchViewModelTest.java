package io.stagecraft.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What is no action is found too, by the words people have for it.
class SearchViewModelTest {
    private Workspace workspace;
    private SearchViewModel search;

    @BeforeEach
    void open() {
        workspace = Bench.workspace(CatalogFiles.load(), _ -> List.of(), Samples.design());
        search = new SearchViewModel(workspace, List::of, _ -> {});
    }

    private List<String> found(String query) {
        return search.find(query).stream().map(SearchViewModel.Hit::title).toList();
    }

    private void open(String query, String title) {
        search.find(query).stream()
                .filter(h -> h.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found(query)))
                .open()
                .run();
    }

    @Test
    void aTransitionIsFoundByEachOfItsNamesAndSelected() {
        for (var word : List.of("transition", "gate", "arrow")) {
            workspace.selectionProperty().set(Selection.NONE);
            open(word, "Transition into Build");
            assertEquals(
                    Selection.of(new Selection.OfTransition(new StageId("s2"))),
                    workspace.selectionProperty().get(),
                    word);
        }
        assertFalse(found("transition").contains("Transition into Source"), "nothing is before it");
    }

    @Test
    void aTransitionIsDisabledAndEnabledFromTheSearch() {
        open("gate", "Disable transition into Build");
        assertEquals(new Transition.Closed("Closed by hand"), inbound());
        open("enable", "Enable transition into Build");
        assertEquals(Transition.OPEN, inbound());
    }

    private Transition inbound() {
        return workspace.design().stage(new StageId("s2")).orElseThrow().inbound();
    }

    @Test
    void theConditionsOfAStageAreFound() {
        assertEquals(
                List.of(
                        "Condition before entry into Build",
                        "Condition on success of Build",
                        "Condition on failure of Build"),
                found("condition").stream().filter(t -> t.endsWith("Build")).toList());
        open("gate", "Condition on success of Build");
        assertEquals(
                Selection.of(new Selection.OfStage(new StageId("s2"))),
                workspace.selectionProperty().get());
    }

    @Test
    void anApprovalIsAGateToo() {
        assertTrue(found("gate").contains("Add Manual approval"), found("gate").toString());
    }
}
