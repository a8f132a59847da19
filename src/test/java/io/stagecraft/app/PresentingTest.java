package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.ActionId;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.kit.Theme;

import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A trainer shows the window to a room.
class PresentingTest {
    private Rig rig;

    @BeforeEach
    void open() throws Exception {
        rig = Rig.open(TemplateShelf.open("accounts"), 1440);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theRoomSeesTheCanvasLargeAndAloneAndEscapeGivesAllBack() {
        double palette = ((Region) rig.node("#palette")).getWidth();
        double inspector = ((Region) rig.node("#inspector")).getWidth();
        double bottom = bottom();
        double print = print();
        press(KeyCode.F8);
        assertTrue(stage().isFullScreen());
        assertFalse(isThere("#palette"));
        assertFalse(isThere("#inspector"));
        assertTrue(bottom() < 60, "the panels are " + bottom() + " high");
        assertTrue(print() > 1.4 * print, print() + " after " + print);
        rig.picture("presenting");
        Bench.onScreen(() -> rig.assembly().window().themeProperty().set(Theme.DARK));
        rig.picture("presenting-dark");
        press(KeyCode.ESCAPE);
        assertFalse(stage().isFullScreen());
        assertEquals(palette, ((Region) rig.node("#palette")).getWidth(), 3);
        assertEquals(inspector, ((Region) rig.node("#inspector")).getWidth(), 3);
        assertEquals(bottom, bottom(), 6);
        assertEquals(print, print(), .5);
        rig.picture("presented");
    }

    @Test
    void escapeFirstTakesBackASelectionAndF8EndsItToo() {
        press(KeyCode.F8);
        Bench.onScreen(() ->
                rig.assembly()
                        .workspace()
                        .selectionProperty()
                        .set(Selection.of(new Selection.OfAction(new ActionId("a3")))));
        press(KeyCode.ESCAPE);
        assertTrue(stage().isFullScreen());
        assertEquals(Selection.NONE, rig.assembly().workspace().selectionProperty().get());
        press(KeyCode.F8);
        assertFalse(stage().isFullScreen());
        assertTrue(isThere("#palette"));
    }

    @Test
    void whatBeginsInFrontOfTheRoomUnfoldsNothing() {
        rig.deploy();
        Bench.onScreen(() -> {
            rig.assembly().watch().leave();
            rig.assembly().window().showPanel("problems");
        });
        press(KeyCode.F8);
        Bench.onScreen(() -> rig.assembly().watch().start());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(rig.assembly().watch().watchingProperty().get());
        assertTrue(bottom() < 60, "the panels are " + bottom() + " high");
        Bench.onScreen(() -> rig.assembly().window().scaleProperty().set(1.0));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(bottom() < 60, "in small print the panels are " + bottom() + " high");
        assertFalse(isThere("#palette"));
        press(KeyCode.ESCAPE);
        assertTrue(bottom() > 100, "the panels are " + bottom() + " high");
        assertTrue(isThere("#palette"));
        var panels = (TabPane) rig.node(".bottom-pane .tab-pane");
        assertEquals("executions", panels.getSelectionModel().getSelectedItem().getId());
    }

    @Test
    void escapeEndsItFromATableTooAndTheCanvasShowsWhatItShowed() {
        Bench.onScreen(() -> {
            rig.assembly().window().showPanel("executions");
            ((CanvasCommands) rig.node("#canvas")).zoomIn();
        });
        var before = rig.node("#card-Package").getLocalToSceneTransform();
        press(KeyCode.F8);
        Bench.onScreen(() -> {
            rig.assembly().window().showPanel("executions");
            rig.node("#executions-table").requestFocus();
        });
        press(KeyCode.ESCAPE);
        assertFalse(stage().isFullScreen());
        var after = rig.node("#card-Package").getLocalToSceneTransform();
        assertEquals(before.getMxx(), after.getMxx(), .001);
        assertEquals(before.getTx(), after.getTx(), 3);
        assertEquals(before.getTy(), after.getTy(), 3);
    }

    private void press(KeyCode key) {
        rig.robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Stage stage() {
        return (Stage) rig.assembly().window().scene().getWindow();
    }

    private boolean isThere(String query) {
        return rig.robot.lookup(query).tryQuery().isPresent();
    }

    private double bottom() {
        Node pane = rig.node(".bottom-pane");
        return pane.getLayoutBounds().getHeight();
    }

    /// How large a card's name is on the screen.
    private double print() {
        var name = (Text) rig.node("#card-Package").lookup(".card-name");
        return name.getFont().getSize() * name.getLocalToSceneTransform().getMxx();
    }
}
