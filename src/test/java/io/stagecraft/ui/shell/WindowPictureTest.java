package io.stagecraft.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.RenameArtifact;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.ActionId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.canvas.CanvasView;
import io.stagecraft.ui.canvas.CanvasViewModel;
import io.stagecraft.ui.inspector.InspectorView;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.palette.PaletteView;
import io.stagecraft.ui.palette.PaletteViewModel;
import io.stagecraft.ui.permissions.PermissionsView;
import io.stagecraft.ui.permissions.PermissionsViewModel;
import io.stagecraft.ui.problems.ProblemsView;
import io.stagecraft.ui.problems.ProblemsViewModel;
import io.stagecraft.ui.watch.RunClock;
import io.stagecraft.validate.Validator;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.time.Instant;
import java.util.List;

/// The whole window with its real parts, for people to look at; and nothing in it reaches beyond its edge.
class WindowPictureTest {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private Workspace workspace;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var catalog = CatalogFiles.load();
        var release = TemplateShelf.open("release");
        Bench.onScreen(() -> {
            workspace =
                    Bench.workspace(
                            catalog,
                            new Validator(catalog)::check,
                            new Planner(catalog)::plan,
                            release);
            var actions = new FakeActions();
            var canvas =
                    new CanvasView(
                            new CanvasViewModel(
                                    workspace,
                                    actions,
                                    new RunClock(workspace, () -> Instant.EPOCH)));
            var problems = new ProblemsViewModel(workspace);
            var permissions = new PermissionsViewModel(workspace, PolicySize::of);
            window =
                    new MainWindow(
                            workspace,
                            new MainWindow.Parts(
                                    palette(canvas),
                                    canvas,
                                    canvas,
                                    new InspectorView(workspace, CatalogFiles.rules(), _ -> {}),
                                    List.of(
                                            new BottomTab(
                                                    "problems",
                                                    "Problems",
                                                    () -> new ProblemsView(problems),
                                                    problems.problemsProperty()
                                                            .map(p -> String.valueOf(p.size()))),
                                            new BottomTab(
                                                    "permissions",
                                                    "Permissions",
                                                    () -> new PermissionsView(permissions),
                                                    new SimpleStringProperty("5 roles"))),
                                    actions,
                                    actions,
                                    new DocumentViewModel(workspace, new FakeDocuments()),
                                    new FakeDialogs(),
                                    new Overlay(),
                                    Frames.atOnce(),
                                    (_, _) -> () -> {}),
                            Theme.LIGHT,
                            WIDTH,
                            HEIGHT);
            window.show(stage);
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void light() {
        select("a6");
        picture("whole-light");
    }

    @Test
    void darkWithProblems() {
        Bench.onScreen(() -> {
            window.themeProperty().set(Theme.DARK);
            workspace.apply(
                    new SetSetting(new ActionId("a6"), "TemplatePath", "BuildOut::template.yml"));
            workspace.apply(new SetSetting(new ActionId("a6"), "StackName", ""));
        });
        select("a6");
        picture("whole-dark");
    }

    @Test
    void largePrint() {
        Bench.onScreen(() -> window.scaleProperty().set(2.0));
        select("a2");
        picture("whole-200");
    }

    @Test
    void longNames() {
        Bench.onScreen(() -> {
            workspace.apply(new io.stagecraft.edit.RenameDesign("n".repeat(100)));
            workspace.apply(
                    new io.stagecraft.edit.RenameAction(new ActionId("a2"), "w".repeat(100)));
            workspace.apply(
                    new RenameArtifact("BuildOutput", "a".repeat(100), workspace.catalog()));
        });
        select("a2");
        picture("whole-long");
    }

    private PaletteView palette(CanvasView canvas) {
        var palette = new PaletteView(new PaletteViewModel(workspace), canvas::drag, canvas::add);
        palette.fill(Frames.atOnce());
        return palette;
    }

    private void select(String id) {
        Bench.onScreen(() ->
                workspace
                        .selectionProperty()
                        .set(Selection.of(new Selection.OfAction(new ActionId(id)))));
    }

    private void picture(String name) {
        Bench.picture(window.scene(), name);
        for (var id : List.of("#theme", "#inspector", "#fold-bottom", "#toggle-inspector")) {
            var edge = edge(id);
            assertTrue(edge.getMaxX() <= WIDTH + 1, id + " is cut at the right");
            assertTrue(edge.getMaxY() <= HEIGHT + 1, id + " is cut below");
        }
    }

    private Bounds edge(String id) {
        Parent root = window.scene().getRoot();
        Node node = root.lookup(id);
        return node.localToScene(node.getLayoutBounds());
    }
}
