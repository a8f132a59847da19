package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is let go beside the canvas, where nobody sees what a drop would do, changes nothing.
class DropOutsideTest {
    private static final ActionType CODEBUILD = ActionType.aws(Category.BUILD, "CodeBuild");

    private Stagehand hand;
    private Design before;

    @BeforeEach
    void show() throws Exception {
        hand = Stagehand.show(Drawn.orders());
        hand.now(() -> hand.view.fit());
        before = hand.workspace.design();
    }

    @ParameterizedTest
    @CsvSource({"-80, 300", "1100, 300", "400, -60", "400, 900"})
    void aCardLetGoBesideTheCanvasStaysWhereItWas(double x, double y) {
        var card = node("a2");
        pickUp(card);
        assertEquals(1, ghosts());
        hand.mouse(MouseEvent.MOUSE_DRAGGED, card, new Point2D(x, y));
        assertEquals(0, ghosts(), "a ghost beyond the edge");
        hand.mouse(MouseEvent.MOUSE_RELEASED, card, new Point2D(x, y));
        assertSame(before, hand.workspace.design());
        nothingIsCarried();
    }

    @Test
    void aStageLetGoBesideTheCanvasStaysWhereItWas() {
        var header = new Spot(hand.stage(2).x() + 150, 24);
        hand.mouse(MouseEvent.MOUSE_PRESSED, hand.view, local(header));
        hand.mouse(MouseEvent.MOUSE_DRAGGED, hand.view, local(hand.stage(0).centre()));
        assertEquals(1, ghosts());
        hand.mouse(MouseEvent.MOUSE_RELEASED, hand.view, new Point2D(-80, 300));
        assertSame(before, hand.workspace.design());
        nothingIsCarried();
    }

    @Test
    void aCardThatComesBackBeforeItIsLetGoIsStillCarried() {
        var card = node("a2");
        pickUp(card);
        hand.mouse(MouseEvent.MOUSE_DRAGGED, card, new Point2D(-80, 300));
        var there = local(new Spot(hand.stage(2).centre().x(), hand.stage(2).bottom() - 8));
        hand.mouse(MouseEvent.MOUSE_DRAGGED, card, there);
        assertEquals(1, ghosts());
        hand.mouse(MouseEvent.MOUSE_RELEASED, card, there);
        assertEquals("Staging: Deploy / Build", hand.drawn().get(2));
        nothingIsCarried();
    }

    @ParameterizedTest
    @CsvSource({"-80, 300", "1100, 300", "400, -60", "400, 900"})
    void anEntryOfThePaletteLetGoBesideTheCanvasAddsNothing(double x, double y) {
        var root = hand.view.getScene().getRoot();
        hand.mouse(MouseEvent.MOUSE_PRESSED, root, new Point2D(-80, 300));
        hand.now(() -> hand.view.drag(CODEBUILD));
        hand.mouse(MouseEvent.MOUSE_DRAGGED, root, local(hand.stage(1).centre()));
        assertEquals(1, ghosts());
        hand.mouse(MouseEvent.MOUSE_DRAGGED, root, new Point2D(x, y));
        assertEquals(0, ghosts(), "a ghost beyond the edge");
        hand.mouse(MouseEvent.MOUSE_RELEASED, root, new Point2D(x, y));
        assertSame(before, hand.workspace.design());
        nothingIsCarried();
    }

    /// Presses on a card and takes it to another stage.
    private void pickUp(Node card) {
        hand.mouse(MouseEvent.MOUSE_PRESSED, card, local(hand.card("a2").centre()));
        hand.mouse(MouseEvent.MOUSE_DRAGGED, card, local(hand.stage(2).centre()));
    }

    private void nothingIsCarried() {
        assertEquals(0, ghosts());
        assertFalse(hand.view.lookup(".drop-mark").isVisible());
        assertFalse(hand.view.lookup("#drop-caption").getParent().isVisible());
        hand.mouse(MouseEvent.MOUSE_DRAGGED, hand.view, local(hand.stage(1).centre()));
        assertEquals(0, ghosts(), "the next move carries it on");
    }

    private int ghosts() {
        return hand.view.lookupAll(".ghost").size();
    }

    private Node node(String id) {
        return hand.view.scenery().card(new ActionId(id)).orElseThrow();
    }

    private Point2D local(Spot at) {
        var shown = hand.view.camera().screen(at);
        return new Point2D(shown.x(), shown.y());
    }
}
