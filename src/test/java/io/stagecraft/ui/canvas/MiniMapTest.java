package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.validate.About;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.List;

/// The map of a drawing that is larger than the window: it leads there, and hides nothing that somebody asked for.
class MiniMapTest {
    private Stagehand hand;

    @AfterEach
    void close() throws Exception {
        FxToolkit.hideStage();
    }

    private void large() throws Exception {
        hand = Stagehand.show(Drawn.large(8, 5, 2));
        hand.now(hand.view::zoomActual);
    }

    @Test
    void anEmptyCanvasHasNoMap() throws Exception {
        hand = Stagehand.show(Design.empty("orders"));
        assertFalse(map().isVisible());
        assertFalse(toggle().isVisible());
    }

    @Test
    void whatIsAllInSightNeedsNoMap() throws Exception {
        large();
        assertTrue(map().isVisible());
        hand.now(hand.view::fit);
        assertFalse(map().isVisible());
        assertFalse(toggle().isVisible());
        hand.now(hand.view::zoomActual);
        assertTrue(map().isVisible());
    }

    @Test
    void aDragInTheMapGoesThere() throws Exception {
        large();
        var box = map().localToScreen(map().getBoundsInLocal());
        var bounds = hand.layout().bounds();
        hand.robot.moveTo(new Point2D(box.getMinX() + 20, box.getCenterY()));
        hand.robot.press(MouseButton.PRIMARY);
        assertTrue(middle().x() < bounds.width() * .3, () -> "left: " + middle());
        hand.robot.moveTo(new Point2D(box.getMaxX() - 12, box.getCenterY()));
        assertTrue(middle().x() > bounds.width() * .8, () -> "right: " + middle());
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(Selection.NONE, hand.model.selection(), "nothing was drawn around cards");
        hand.picture("minimap-dragged");
    }

    @Test
    void noCardThatSomebodyAsksForLiesUnderTheMap() throws Exception {
        large();
        var cards = hand.model.drawing().cards();
        for (int i = 0; i < cards.size(); i += 8) {
            var card = cards.get(i);
            hand.now(() -> hand.workspace.show(new About.InAction(card.id())));
            assertFalse(
                    shown(card.id()).intersects(map().getBoundsInParent()),
                    () -> card.name() + " at " + shown(card.id()));
        }
    }

    @Test
    void whatHangsUnderACardIsBesideTheMapToo() throws Exception {
        large();
        var last = hand.model.drawing().cards().getLast().id();
        hand.now(() -> hand.view.bring(last));
        var card = shown(last);
        var withFooter =
                new BoundingBox(
                        card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight() + 60);
        assertFalse(withFooter.intersects(map().getBoundsInParent()), () -> "at " + withFooter);
    }

    @Test
    void theMapIsFoldedAndStaysSo() throws Exception {
        large();
        hand.picture("minimap");
        hand.robot.clickOn(toggle());
        assertFalse(map().isVisible());
        assertTrue(toggle().isVisible());
        hand.picture("minimap-folded");
        hand.now(() -> {
            hand.view.fit();
            hand.view.zoomActual();
        });
        assertFalse(map().isVisible(), "it comes back only when somebody wants it");
        hand.robot.clickOn(toggle());
        assertTrue(map().isVisible());
    }

    @Test
    void dark() throws Exception {
        hand = Stagehand.show(Drawn.large(8, 5, 2), _ -> List.of(), Theme.DARK);
        hand.now(hand.view::zoomActual);
        hand.picture("minimap-dark");
        assertTrue(toggle().isVisible());
    }

    private Node map() {
        return hand.view.lookup("#minimap");
    }

    private Node toggle() {
        return hand.view.lookup("#map-toggle");
    }

    private Spot middle() {
        return hand.view
                .camera()
                .world(new Spot(hand.view.getWidth() / 2, hand.view.getHeight() / 2));
    }

    private Bounds shown(ActionId id) {
        var box = hand.view.camera().shown(hand.layout().card(id).orElseThrow().box());
        return new BoundingBox(box.x(), box.y(), box.width(), box.height());
    }
}
