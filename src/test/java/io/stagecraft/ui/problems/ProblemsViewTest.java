package io.stagecraft.ui.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RemoveEnvironment;
import io.stagecraft.edit.Waive;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Waiver;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.ScalePane;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.Validator;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ProblemsViewTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    private final FxRobot robot = new FxRobot();
    private Workspace workspace;
    private ScalePane root;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        var start = idle(TemplateShelf.open("minimal"));
        Bench.onScreen(() -> {
            workspace = Bench.workspace(CATALOG, new Validator(CATALOG)::check, start);
            root = new ScalePane(new ProblemsView(new ProblemsViewModel(workspace)));
            scene = new Scene(root, 900, 240);
            Theme.LIGHT.dress(scene);
            stage.setScene(scene);
            stage.show();
        });
    }

    private static Design idle(Design design) {
        return withSpare(design, "e9", "Spare");
    }

    private static Design withSpare(Design design, String id, String name) {
        var all = new ArrayList<>(design.environments());
        all.add(new Environment(new EnvironmentId(id), name, "", "eu-west-3", "#123456"));
        return design.withEnvironments(all);
    }

    @AfterEach
    void close() {
        Bench.onScreen(stage::hide);
    }

    @Test
    void adviceIsSwitchedOffWithAReasonAndOnAgain() {
        assertTrue(isSaid("SC906"));
        robot.clickOn(offButton("SC906"));
        Node accept = robot.lookup("#switch-off-accept").query();
        assertTrue(accept.isDisabled());
        robot.write("used from May");
        Bench.picture(scene, "problems-switch-off");
        robot.clickOn(accept);
        assertEquals(List.of(new Waiver("SC906", "used from May")), workspace.design().waivers());
        assertFalse(isSaid("SC906"));
        TitledPane off = robot.lookup("#switched-off").query();
        assertEquals("1 switched off in this design", off.getText());
        robot.clickOn(off.lookup(".title"));
        Bench.picture(scene, "problems-switched-off");
        robot.clickOn("#switch-on-SC906");
        assertTrue(isSaid("SC906"));
        assertFalse(off.isVisible());
        Bench.onScreen(workspace::undo);
        assertFalse(isSaid("SC906"));
    }

    @Test
    void theKeyboardDoesItToo() {
        Bench.onScreen(() -> {
            ListView<?> list = (ListView<?>) scene.lookup("#problems-list");
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.push(KeyCode.DELETE);
        robot.write("known");
        robot.push(KeyCode.ENTER);
        assertEquals(1, workspace.design().waivers().size());
    }

    @Test
    void whatWasPressedForOneProblemDoesNothingToTheNext() {
        Bench.onScreen(() ->
                workspace.apply(new ChangeDesign("another", d -> withSpare(d, "e8", "Another"))));
        var pressed = offButton("SC906");
        robot.moveTo(pressed).press(MouseButton.PRIMARY);
        Bench.onScreen(() -> workspace.apply(new RemoveEnvironment(new EnvironmentId("e9"))));
        assertTrue(isSaid("SC906"), "the line of the other one stands there now");
        robot.release(MouseButton.PRIMARY);
        assertFalse(scene.lookup("#switch-off").isVisible());
    }

    @Test
    void whatAwsRefusesCannotBeSwitchedOff() {
        Bench.onScreen(() -> workspace.open(Design.empty("orders"), Optional.empty()));
        var errors =
                robot.lookup(".problem").queryAll().stream()
                        .filter(n -> !n.lookupAll(".mark.error").isEmpty())
                        .toList();
        assertFalse(errors.isEmpty());
        assertTrue(errors.stream().allMatch(n -> n.lookupAll(".switch-off-button").isEmpty()));
    }

    @Test
    void aLongReasonLeavesTheWayBackInReachInDarkAndLargePrint() {
        Bench.onScreen(() -> {
            Theme.DARK.dress(scene);
            workspace.apply(new Waive(new Waiver("SC906", "it goes on and on ".repeat(20))));
            root.scaleProperty().set(2);
            ((TitledPane) scene.lookup("#switched-off")).setExpanded(true);
        });
        Bench.picture(scene, "problems-dark-200");
        robot.clickOn("#switch-on-SC906");
        assertTrue(isSaid("SC906"));
    }

    @Test
    void aNarrowListCutsTheWordsAndKeepsTheFixesInSight() {
        Bench.onScreen(() -> {
            stage.setWidth(560);
            workspace.open(Design.empty("orders"), Optional.empty());
            root.applyCss();
            root.layout();
        });
        Bench.picture(scene, "problems-narrow");
        for (var row : robot.lookup(".problem").queryAll()) {
            double right = row.localToScene(row.getLayoutBounds()).getMaxX();
            assertTrue(right <= scene.getWidth(), "a row ends at " + right);
        }
        assertTrue(
                robot.lookup(".scroll-bar:horizontal").queryAll().stream()
                        .noneMatch(Node::isVisible));
    }

    private boolean isSaid(String rule) {
        return workspace.problemsProperty().get().stream()
                .anyMatch(p -> p.rule().id().equals(rule));
    }

    private Node offButton(String rule) {
        return robot.lookup(".problem").queryAll().stream()
                .filter(n ->
                        n.lookupAll(".mono").stream()
                                .anyMatch(l -> ((Labeled) l).getText().equals(rule)))
                .map(n -> n.lookup(".switch-off-button"))
                .findFirst()
                .orElseThrow();
    }
}
