package io.stagecraft.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Target;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Variable;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.ScalePane;
import io.stagecraft.ui.kit.Theme;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.net.URI;
import java.util.List;
import java.util.Optional;

class StartSheetTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private final FakeRuns runs = new FakeRuns();
    private Workspace workspace;
    private WatchViewModel watch;
    private Overlay overlay;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release").withVariables(List.of());
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CATALOG, _ -> List.of(), release);
            watch =
                    new WatchViewModel(
                            workspace,
                            new ReadOnlyObjectWrapper<>(
                                            Target.practice(URI.create("http://127.0.0.1:4")))
                                    .getReadOnlyProperty(),
                            _ -> runs,
                            (_, _) -> () -> {});
            overlay = new Overlay();
            new StartSheet(new StartViewModel(workspace, watch), overlay);
            scene = new Scene(new ScalePane(overlay), 900, 560);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void withNothingToAskItStartsAtOnce() {
        Bench.onScreen(() -> watch.start());
        assertEquals("start orders-release", runs.calls.getFirst());
        assertFalse(overlay.isVisible());
    }

    @Test
    void aVariableWithoutADefaultIsAskedForFirst() {
        Bench.onScreen(() ->
                workspace.apply(
                        new ChangeDesign(
                                "variables",
                                d ->
                                        d.withVariables(
                                                List.of(
                                                        new Variable(
                                                                "LEVEL",
                                                                Optional.empty(),
                                                                "How loud."),
                                                        new Variable(
                                                                "PLACE",
                                                                Optional.of("here"),
                                                                ""))))));
        Bench.onScreen(() -> watch.start());
        assertEquals(List.of(), runs.calls);
        Node run = robot.lookup("#start-run").query();
        assertTrue(run.isDisabled());
        robot.write("high");
        robot.clickOn("#revision-GitHub").write("0123abc");
        Bench.picture(scene, "start-sheet");
        robot.clickOn(run);
        assertEquals(
                "start orders-release Start[variables={LEVEL=high}, revisions=[Revision[action=GitHub,"
                        + " type=COMMIT_ID, value=0123abc]]]",
                runs.calls.getFirst());
        assertFalse(overlay.isVisible());
    }

    @Test
    void escapeStartsNothing() {
        Bench.onScreen(watch::startWith);
        assertTrue(overlay.isVisible());
        robot.push(KeyCode.ESCAPE);
        assertFalse(overlay.isVisible());
        Bench.onScreen(watch::startWith);
        assertTrue(overlay.isVisible(), "it can be asked again");
        assertEquals(List.of(), runs.calls);
    }
}
