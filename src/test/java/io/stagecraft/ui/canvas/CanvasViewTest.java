package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.edit.RenameAction;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Selection;

import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Real gestures and keys on a real canvas.
class CanvasViewTest {
    private static final ActionType CODEBUILD = ActionType.aws(Category.BUILD, "CodeBuild");
    private static final ActionType APPROVAL = ActionType.aws(Category.APPROVAL, "Manual");
    private static final List<String> START =
            List.of("Source: GitHub", "Build: Build / Unit+Scan", "Staging: Deploy");

    private Stagehand hand;

    @BeforeEach
    void show() throws Exception {
        hand = Stagehand.show(Drawn.orders());
        hand.now(() -> hand.view.fit());
    }

    private void dropFromPalette(ActionType type, Spot at) {
        var start = new Spot(hand.stage(0).x(), 400);
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.now(() -> hand.view.drag(type));
        hand.carry(start, at);
        hand.robot.release(MouseButton.PRIMARY);
    }

    @Test
    void anActionDroppedBelowAStageBecomesItsLastRowAndUndoTakesItBack() {
        dropFromPalette(
                CODEBUILD, new Spot(hand.card("a3").centre().x(), hand.stage(1).bottom() - 8));
        assertEquals("Build: Build / Unit+Scan / Build-2", hand.drawn().get(1));
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(START, hand.drawn());
    }

    @Test
    void anActionDroppedBetweenRowsRunsBetweenThem() {
        dropFromPalette(
                CODEBUILD, new Spot(hand.card("a3").centre().x(), hand.card("a3").y() - 16));
        assertEquals("Build: Build / Build-2 / Unit+Scan", hand.drawn().get(1));
    }

    @Test
    void anActionDroppedBesideACardRunsSideBySideWithIt() {
        var card = hand.card("a2");
        dropFromPalette(CODEBUILD, new Spot(card.right() + 30, card.centre().y()));
        assertEquals("Build: Build+Build-2 / Unit+Scan", hand.drawn().get(1));
    }

    @Test
    void anActionDroppedIntoAGapGetsAStageOfItsOwn() {
        dropFromPalette(CODEBUILD, new Spot(hand.stage(2).x() - 40, 120));
        assertEquals(4, hand.drawn().size());
        assertTrue(hand.drawn().get(2).endsWith(": Build"), hand.drawn()::toString);
    }

    @Test
    void anApprovalDroppedOnAnArrowComesFirstInTheStageBehindIt() {
        dropFromPalette(APPROVAL, hand.layout().gate(hand.layout().stages().get(2)));
        var staging = hand.workspace.design().stages().get(2);
        assertEquals(Category.APPROVAL, staging.rows().getFirst().getFirst().type().category());
        assertEquals(2, staging.rows().size());
    }

    @Test
    void anythingButAnApprovalDroppedOnAnArrowGetsAStageOfItsOwn() {
        dropFromPalette(CODEBUILD, hand.layout().gate(hand.layout().stages().get(2)));
        assertEquals(4, hand.drawn().size());
        assertEquals("Staging: Deploy", hand.drawn().get(3));
    }

    @Test
    void anApprovalsCardIsCarriedOntoAnArrow() {
        hand.click(hand.card("a5").centre());
        hand.now(() -> hand.model.add(APPROVAL));
        assertEquals("Staging: Deploy / Approve", hand.drawn().get(2));
        hand.drag(hand.card("a6").centre(), hand.layout().gate(hand.layout().stages().get(2)));
        assertEquals("Staging: Approve / Deploy", hand.drawn().get(2));
    }

    @Test
    void aWireIsChosenByAClickAndDeleted() {
        var wire =
                hand.model.drawing().wires().stream()
                        .filter(w -> w.consumer().equals(new ActionId("a5")))
                        .findFirst()
                        .orElseThrow();
        var from = wire.points().getFirst();
        var to = wire.points().get(1);
        hand.click(new Spot((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        hand.type(KeyCode.DELETE);
        assertEquals(List.of(), inputs("a5"));
    }

    @Test
    void homeAndEndGoToTheEdgesAndShiftTakesANeighbourAlong() {
        hand.click(hand.card("a3").centre());
        hand.type(KeyCode.HOME);
        var order = hand.view.order();
        assertEquals(Selection.of(order.getFirst()), hand.model.selection());
        hand.type(KeyCode.END);
        assertEquals(Selection.of(order.getLast()), hand.model.selection());
        hand.click(hand.card("a4").centre());
        hand.type(KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(
                Set.of(new ActionId("a3"), new ActionId("a4")), hand.model.selection().actions());
        hand.type(KeyCode.CONTROL, KeyCode.X);
        assertEquals("Build: Build", hand.drawn().get(1));
        hand.type(KeyCode.CONTROL, KeyCode.V);
        assertEquals(2, hand.model.selection().actions().size());
    }

    @Test
    void spaceOpensTheArrowThatIsChosen() {
        var into = hand.workspace.design().stages().get(1).id();
        hand.now(() -> {
            hand.model.close(into, "Freeze");
            hand.view.focus(new Selection.OfTransition(into));
        });
        hand.type(KeyCode.SPACE);
        assertEquals(Transition.OPEN, inbound());
    }

    @Test
    void theDropLineSaysWhereAnActionWillRun() {
        hand.now(() -> hand.view.zoomActual());
        hand.now(() -> hand.view.look(new Camera(-300, 60, 1)));
        var start = hand.card("a2").centre();
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.now(() -> hand.view.drag(CODEBUILD));
        hand.carry(start, new Spot(hand.card("a3").centre().x(), hand.stage(1).bottom() - 8));
        var caption = (Text) hand.view.lookup("#drop-caption");
        assertEquals("after row 2 · order 3", caption.getText());
        hand.picture("canvas-drag");
        hand.robot.release(MouseButton.PRIMARY);
    }

    @Test
    void escapeEndsADragWithoutAnEdit() {
        var start = hand.card("a2").centre();
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.carry(start, hand.stage(2).centre());
        hand.type(KeyCode.ESCAPE);
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(START, hand.drawn());
    }

    @Test
    void aDragEndsWhenWhatItCarriesIsDeleted() {
        var start = hand.card("a2").centre();
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.carry(start, hand.stage(2).centre());
        hand.type(KeyCode.DELETE);
        var left = List.of("Source: GitHub", "Build: Unit+Scan", "Staging: Deploy");
        hand.carry(hand.stage(2).centre(), hand.stage(0).centre());
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(left, hand.drawn());
    }

    @Test
    void aDragEndsWhenUndoTakesAwayWhatItCarries() {
        hand.now(() -> hand.view.add(CODEBUILD));
        var fresh = hand.model.selection().actions().iterator().next();
        var start = hand.card(fresh.value()).centre();
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.carry(start, hand.stage(2).centre());
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        hand.carry(hand.stage(2).centre(), hand.stage(1).centre());
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(START, hand.drawn());
    }

    @Test
    void aCarryFromThePaletteEndsWithAnUndoUnderIt() {
        hand.now(() -> hand.view.add(CODEBUILD));
        var start = hand.stage(0).centre();
        hand.robot.moveTo(hand.screen(start)).press(MouseButton.PRIMARY);
        hand.now(() -> hand.view.drag(CODEBUILD));
        hand.carry(start, hand.stage(2).centre());
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(START, hand.drawn());
    }

    @Test
    void aLetterWithControlAndShiftIsNotTheCanvassButForRedo() {
        hand.click(hand.card("a2").centre());
        for (var letter : List.of(KeyCode.D, KeyCode.X, KeyCode.C, KeyCode.V, KeyCode.A)) {
            hand.type(KeyCode.CONTROL, KeyCode.SHIFT, letter);
        }
        assertEquals(START, hand.drawn());
        assertEquals(1, hand.model.selection().items().size());
        hand.type(KeyCode.DELETE);
        var without = hand.drawn();
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        hand.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(without, hand.drawn());
    }

    @Test
    void theSheetOfShortcutsHearsOfEveryKeyThatAddsMovesAndWires() {
        var said =
                hand.view.keys().stream().map(k -> k.words() + ": " + k.keys()).toList().toString();
        for (var word : List.of("Add", "Wire", "arrow", "Context menu", "Move a row up")) {
            assertTrue(said.contains(word), said);
        }
        for (var key : List.of("Insert", "/", "W", "Shift+F10", "Alt+", "Enter")) {
            assertTrue(said.contains(key), said);
        }
    }

    @Test
    void aCardMovesToAnotherStageAndWithinItsRow() {
        hand.drag(
                hand.card("a4").centre(),
                new Spot(hand.stage(2).centre().x(), hand.stage(2).bottom() - 8));
        assertEquals("Staging: Deploy / Scan", hand.drawn().get(2));
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        hand.drag(
                hand.card("a4").centre(),
                new Spot(hand.card("a3").x() + 20, hand.card("a3").centre().y()));
        assertEquals("Build: Build / Scan+Unit", hand.drawn().get(1));
    }

    @Test
    void aStageMovesByItsHeader() {
        var header = new Spot(hand.stage(2).x() + 150, 24);
        hand.drag(header, new Spot(hand.stage(1).x() + 40, 24));
        assertEquals(List.of("Source: GitHub", "Staging: Deploy", START.get(1)), hand.drawn());
    }

    @Test
    void aWireDrawnToACardConnectsIt() {
        hand.now(() ->
                hand.workspace.apply(new io.stagecraft.edit.Disconnect("Out", new ActionId("a5"))));
        var port = hand.layout().card(new ActionId("a2")).orElseThrow().outputs().getFirst();
        hand.drag(port, hand.card("a5").centre());
        assertEquals(List.of("Out"), inputs("a5"));
    }

    @Test
    void aWireDrawnBackwardsFromAnInputConnectsToo() {
        hand.now(() ->
                hand.workspace.apply(new io.stagecraft.edit.Disconnect("Out", new ActionId("a5"))));
        var port = hand.layout().card(new ActionId("a5")).orElseThrow().inputs().getFirst();
        hand.drag(port, hand.card("a2").centre());
        assertEquals(List.of("Out"), inputs("a5"));
    }

    @Test
    void aWireThatCannotBeSaysWhyNotAndChangesNothing() {
        var port = hand.layout().card(new ActionId("a2")).orElseThrow().outputs().getFirst();
        hand.robot.moveTo(hand.screen(port)).press(MouseButton.PRIMARY);
        hand.carry(port, hand.card("a1").centre());
        var note = (Text) hand.view.lookup("#canvas-note");
        assertTrue(note.getText().contains("takes no input artifact"), note::getText);
        hand.picture("canvas-wire");
        hand.robot.release(MouseButton.PRIMARY);
        assertEquals(START, hand.drawn());
        assertEquals(List.of(), inputs("a1"));
    }

    @Test
    void aGateClosesWithAReasonAndOpensAgain() {
        var gate = hand.layout().gate(hand.layout().stages().get(1));
        hand.click(gate);
        hand.robot.write("Freeze until Monday");
        hand.type(KeyCode.ENTER);
        assertEquals(new Transition.Closed("Freeze until Monday"), inbound());
        hand.click(gate);
        assertEquals(Transition.OPEN, inbound());
    }

    @Test
    void aBoxAroundCardsSelectsThemAndDeleteTakesThemAway() {
        hand.drag(
                new Spot(hand.stage(1).x() + 8, hand.card("a3").y() - 5), hand.card("a4").centre());
        assertEquals(
                Set.of(new ActionId("a3"), new ActionId("a4")), hand.model.selection().actions());
        hand.type(KeyCode.DELETE);
        assertEquals("Build: Build", hand.drawn().get(1));
        hand.type(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(START, hand.drawn());
    }

    @Test
    void copiesArrivePastedAndDuplicatesBesideTheirOriginal() {
        hand.click(hand.card("a3").centre());
        hand.type(KeyCode.CONTROL, KeyCode.C);
        hand.click(hand.card("a5").centre());
        hand.type(KeyCode.CONTROL, KeyCode.V);
        assertEquals("Staging: Deploy / Unit", hand.drawn().get(2));
        hand.click(hand.card("a2").centre());
        hand.type(KeyCode.CONTROL, KeyCode.D);
        assertEquals(2, hand.workspace.design().stages().get(1).rows().getFirst().size());
    }

    @Test
    void aNameIsChangedInPlace() {
        hand.click(hand.card("a2").centre());
        hand.type(KeyCode.F2);
        hand.robot.write("Compile");
        hand.type(KeyCode.ENTER);
        assertEquals("Build: Compile / Unit+Scan", hand.drawn().get(1));
        hand.type(KeyCode.F2);
        hand.robot.write("Never");
        hand.type(KeyCode.ESCAPE);
        assertEquals("Build: Compile / Unit+Scan", hand.drawn().get(1));
    }

    @Test
    void theWheelZoomsAtThePointer() {
        var at = new Spot(hand.card("a2").centre().x(), hand.card("a2").centre().y());
        var before = hand.screen(at);
        double scale = hand.view.zoomProperty().get();
        hand.now(() -> hand.wheel(before, 120, true));
        assertNotEquals(scale, hand.view.zoomProperty().get());
        assertEquals(before.getX(), hand.screen(at).getX(), 1);
        assertEquals(before.getY(), hand.screen(at).getY(), 1);
    }

    @Test
    void everythingIsReachedByTabAndMovedByAltAndArrows() {
        hand.now(hand.view::requestFocus);
        for (int i = 0; i < 5; i++) {
            hand.type(KeyCode.TAB);
        }
        assertEquals(
                Selection.of(new Selection.OfAction(new ActionId("a2"))), hand.model.selection());
        hand.type(KeyCode.ALT, KeyCode.DOWN);
        assertEquals("Build: Unit+Scan+Build", hand.drawn().get(1));
        hand.type(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals("Staging: Deploy+Build", hand.drawn().get(2));
    }

    @Test
    void insertAddsWhatIsChosenAfterTheSelection() {
        hand.click(hand.card("a2").centre());
        hand.type(KeyCode.INSERT);
        hand.robot.write("manual app");
        hand.type(KeyCode.ENTER);
        var build = hand.workspace.design().stages().get(1);
        assertEquals(Category.APPROVAL, build.rows().get(1).getFirst().type().category());
        assertEquals(3, build.rows().size());
    }

    @Test
    void aWireIsDrawnByKeyboard() {
        hand.click(hand.card("a3").centre());
        hand.type(KeyCode.W);
        hand.type(KeyCode.ENTER);
        assertEquals(List.of("Src", "Out"), inputs("a3"));
    }

    @Test
    void anEditTouchesOnlyWhatItChanges() throws Exception {
        var large = Stagehand.show(Drawn.large(10, 5, 4));
        large.now(() -> large.workspace.apply(new RenameAction(new ActionId("a90"), "Other")));
        assertTrue(
                large.view.scenery().touched() <= 4,
                () -> large.view.scenery().touched() + " nodes");
    }

    @Test
    void onlyWhatIsInSightIsPaintedAndTheFocusComesIntoSight() throws Exception {
        var large = Stagehand.show(Drawn.large(10, 5, 4));
        var cards = large.view.scenery();
        var first = cards.card(new ActionId("a1")).orElseThrow();
        assertTrue(first.isVisible());
        assertTrue(cards.card(new ActionId("a201")).isEmpty(), "nobody has seen it yet");
        large.now(() -> large.view.focus(new Selection.OfAction(new ActionId("a201"))));
        var last = cards.card(new ActionId("a201")).orElseThrow();
        assertTrue(!first.isVisible() && last.isVisible());
        assertTrue(last.isFocused());
        large.now(() -> large.view.look(Camera.START));
        assertTrue(first.isVisible() && last.isFocused(), "scrolling away keeps the focus");
        large.now(() -> large.view.fit());
        assertTrue(first.isVisible() && last.isVisible());
    }

    @Test
    void draggingTheCanvasNeitherLaysItOutNorPaintsItsDotsAnew() throws Exception {
        var large = Stagehand.show(Drawn.large(10, 5, 4));
        int before = large.view.dots().paintings();
        large.now(() -> {
            for (int i = 0; i < 100; i++) {
                large.view.look(large.view.camera().moved(-7, -1));
                assertTrue(!large.view.isNeedsLayout());
            }
        });
        assertEquals(before, large.view.dots().paintings());
        large.now(large.view::zoomIn);
        assertEquals(before + 1, large.view.dots().paintings());
    }

    @Test
    void whatIsFarOutOfSightBurdensNoFrameAndComesBackAsItIsByThen() throws Exception {
        var large = Stagehand.show(Drawn.large(10, 5, 4));
        var first = new ActionId("a1");
        var card = large.view.scenery().card(first).orElseThrow();
        large.now(() -> large.view.look(Camera.START.moved(-3000, 0)));
        assertTrue(card.getScene() == null, "it is in no scene");
        assertTrue(!card.isCache(), "it has no picture");
        large.now(() -> {
            large.model.select(Selection.of(new Selection.OfAction(first)));
            large.workspace.apply(new RenameAction(first, "Other"));
            large.view.look(Camera.START);
        });
        assertTrue(card.isVisible() && card.getScene() != null && card.isCache());
        assertEquals("Other", ((Text) card.lookup(".card-name")).getText());
        assertTrue(card.getPseudoClassStates().contains(Shapes.SELECTED));
    }

    @Test
    void zoomingDressesAFewCardsAFrameAndAllOfThemInTheEnd() throws Exception {
        var large = Stagehand.show(Drawn.large(10, 5, 4));
        large.now(large.view::fit);
        assertTrue(large.view.camera().scale() < .35, "far away");
        var middle = large.view.camera().screen(large.card("a101").centre());
        large.now(() -> large.view.zoom(middle, .5 / large.view.camera().scale()));
        var detail = large.view.scenery().detail();
        assertNotEquals(Detail.BLOCK, detail);
        assertTrue(cardsInSight(large).count() > 6);
        assertEquals(2, cardsInSight(large).filter(c -> c.isDressed(detail, false)).count());
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> cardsInSight(large).allMatch(c -> c.isDressed(detail, true)));
    }

    private static Stream<CardNode> cardsInSight(Stagehand hand) {
        return hand.model.drawing().cards().stream()
                .flatMap(c -> hand.view.scenery().card(c.id()).stream())
                .filter(Node::isVisible);
    }

    @Test
    void aMovedCardLosesNoSharpness() throws Exception {
        hand.now(() -> hand.view.look(new Camera(10.3, 20.7, .83)));
        var card = hand.view.scenery().card(new ActionId("a2")).orElseThrow();
        assertTrue(card.isCache());
        assertEquals(CacheHint.DEFAULT, card.getCacheHint());
        var at = card.getLocalToSceneTransform();
        assertEquals(Math.rint(at.getTx()), at.getTx(), 1e-9, "on a whole pixel");
        assertEquals(Math.rint(at.getTy()), at.getTy(), 1e-9, "on a whole pixel");
    }

    @Test
    void anEmptyCanvasSaysHowToBegin() throws Exception {
        var empty = Stagehand.show(Design.empty("none"));
        assertTrue(empty.view.lookup("#empty-canvas").isVisible());
        empty.picture("canvas-empty");
        empty.now(() -> empty.view.add(ActionType.aws(Category.SOURCE, "S3")));
        assertEquals(1, empty.drawn().size());
        assertTrue(!empty.view.lookup("#empty-canvas").isVisible());
    }

    @Test
    void aCardTellsAScreenReaderWhatItIs() {
        var said = hand.view.scenery().card(new ActionId("a2")).orElseThrow().getAccessibleText();
        assertTrue(said.startsWith("Build, "), said);
        assertTrue(said.contains("input Src") && said.contains("output Out"), said);
    }

    private List<String> inputs(String id) {
        return hand.workspace.design().action(new ActionId(id)).orElseThrow().inputs();
    }

    private Transition inbound() {
        return hand.workspace.design().stage(new StageId("s2")).orElseThrow().inbound();
    }
}
