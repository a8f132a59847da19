package io.stagecraft.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Variable;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Theme;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The form where it follows an edit one frame later, as it does in the window.
class FollowingFormTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private final Queue<Runnable> nextFrame = new ArrayDeque<>();
    private Button elsewhere;
    private Workspace workspace;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var release = TemplateShelf.open("release").withVariables(variables("A", "B", "C"));
        Bench.onScreen(() -> {
            workspace =
                    new Workspace(
                            CATALOG,
                            _ -> List.of(),
                            d -> new Blueprint(d.name(), List.of(), List.of()),
                            new Late(),
                            release);
            elsewhere = new Button("canvas");
            var inspector = new InspectorView(workspace, CatalogFiles.rules(), _ -> {});
            scene = new Scene(new VBox(elsewhere, inspector), 360, 980);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
            elsewhere.requestFocus();
        });
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    private static List<Variable> variables(String... names) {
        return List.of(names).stream().map(n -> new Variable(n, Optional.of(n), "")).toList();
    }

    @Test
    void anEditFromTheCanvasIsInTheFormAFrameLater() {
        Label title = (Label) scene.lookup("#inspector-title");
        Bench.onScreen(() -> workspace.apply(new RenameDesign("payments")));
        assertEquals("orders-release", title.getText());
        frame();
        assertEquals("payments", title.getText());
    }

    @Test
    void whoWorksInTheFormSeesItThereAtOnce() {
        Bench.onScreen(() -> scene.lookup("#field-name .text-field").requestFocus());
        Bench.onScreen(() -> workspace.apply(new RenameDesign("payments")));
        assertEquals("payments", ((Label) scene.lookup("#inspector-title")).getText());
    }

    @Test
    void aNewRuleHasTheFocus() {
        var last = workspace.design().stages().getLast().id();
        Bench.onScreen(
                () -> workspace.selectionProperty().set(Selection.of(new Selection.OfStage(last))));
        Bench.onScreen(() -> {
            elsewhere.requestFocus();
            MenuButton add = (MenuButton) scene.lookup("#add-rule-entry");
            add.getItems().getFirst().fire();
        });
        frame();
        assertTrue(isIn("field-entry-0-name", scene.getFocusOwner()));
    }

    @Test
    void whatIsTypedGoesIntoNoOtherRowWhereRowsComeBackAboveIt() {
        Bench.onScreen(() ->
                workspace.apply(
                        new ChangeDesign("less", d -> d.withVariables(variables("B", "C")))));
        frame();
        TextField value =
                robot.from(scene.lookup("#field-variables")).lookup(".text-field").nth(4).query();
        assertEquals("C", value.getText());
        Bench.onScreen(() -> {
            value.requestFocus();
            value.setText("typed for C");
            workspace.undo();
        });
        frame();
        assertEquals(variables("A", "B", "C"), workspace.design().variables());
    }

    @Test
    void whatIsTypedIsKeptWhereAnotherFormComes() {
        TextField value =
                robot.from(scene.lookup("#field-variables")).lookup(".text-field").nth(1).query();
        Bench.onScreen(() -> {
            value.requestFocus();
            value.setText("typed for A");
            var first = workspace.design().stages().getFirst().id();
            workspace.selectionProperty().set(Selection.of(new Selection.OfStage(first)));
        });
        frame();
        assertEquals(
                Optional.of("typed for A"),
                workspace.design().variables().getFirst().defaultValue());
    }

    private void frame() {
        Bench.onScreen(() -> {
            while (!nextFrame.isEmpty()) {
                nextFrame.remove().run();
            }
        });
    }

    private static boolean isIn(String id, Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (id.equals(n.getId())) {
                return true;
            }
        }
        return false;
    }

    /// Does all at once but what waits for a frame.
    private final class Late implements Background {
        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            Background.direct().run(work, done, failed);
        }

        @Override
        public void onScreen(Runnable action) {
            action.run();
        }

        @Override
        public void afterFrame(Runnable action) {
            nextFrame.add(action);
        }
    }
}
