package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.run.RunSnapshot;
import io.stagecraft.run.RunSnapshot.ActionRun;
import io.stagecraft.run.RunSnapshot.StageRun;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.kit.Theme;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where an action works is written on its card, not only coloured.
class PlaceOnCardTest {
    private static final ActionId STAGING = new ActionId("a3");

    @Test
    void everyCardNamesItsEnvironmentAndTheTipItsAccountAndRegion() throws Exception {
        var hand = Stagehand.show(accounts());
        hand.now(() -> hand.view.zoomActual());
        for (var action : hand.workspace.design().actions().toList()) {
            hand.now(() -> hand.view.bring(action.id()));
            var place = hand.workspace.design().environmentOf(action);
            assertEquals(place.name(), line(hand, action.id()).getText());
            var tip = Tips.of(new Grip.OnCard(action.id()), hand.model.drawing());
            assertTrue(tip.contains(place.account() + " · " + place.region()), tip);
        }
        var said = hand.view.scenery().card(STAGING).orElseThrow().getAccessibleText();
        assertTrue(said.contains("in Staging · 222222222222 · eu-west-1"), said);
        hand.picture("place-light");
    }

    @Test
    void aLongNameIsCutWhereTheCardEndsAndLinesDoNotTouch() throws Exception {
        var hand = Stagehand.show(renamed("Staging for the auditors of the third floor"));
        hand.now(() -> hand.view.look(new Camera(-1700, -60, 2)));
        var line = line(hand, STAGING);
        assertTrue(line.getText().endsWith("…"), line::getText);
        assertTrue(right(hand, line) <= hand.card("a3").right() - 10, () -> "" + right(hand, line));
        var card = hand.view.scenery().card(STAGING).orElseThrow();
        assertTrue(bottom(hand, card.lookup(".card-name")) <= top(hand, subtitle(card)));
        assertTrue(bottom(hand, subtitle(card)) <= top(hand, line));
        assertTrue(bottom(hand, line) <= hand.card("a3").bottom() - 2);
        hand.picture("place-long-200");
    }

    @Test
    void aTimeStandsBesideTheEnvironmentAndNotOnIt() throws Exception {
        var hand = Stagehand.show(renamed("Staging for the auditors"), _ -> List.of(), Theme.DARK);
        hand.now(() -> {
            hand.workspace.runProperty().set(Optional.of(running(hand.workspace.design())));
            hand.view.look(new Camera(-560, 60, 1));
        });
        var card = hand.view.scenery().card(STAGING).orElseThrow();
        var time = card.lookup(".card-time");
        assertFalse(((Text) time).getText().isEmpty());
        assertTrue(right(hand, line(hand, STAGING)) <= world(hand, time).getMinX());
        hand.picture("place-run-dark");
    }

    @Test
    void fromFarTheNameStaysAsLongAsTheBand() throws Exception {
        var hand = Stagehand.show(accounts());
        hand.now(() -> hand.view.look(new Camera(32, 56, .5)));
        var card = hand.view.scenery().card(STAGING).orElseThrow();
        assertTrue(isSeen(card.lookup(".card-band")));
        assertTrue(isSeen(line(hand, STAGING)));
        hand.picture("place-far");
        hand.now(() -> hand.view.look(new Camera(32, 56, .2)));
        assertFalse(isSeen(card.lookup(".card-band")));
        assertFalse(isSeen(line(hand, STAGING)));
    }

    @Test
    void aDesignOfOnePlaceThatNobodyNamedSaysNothingOfIt() throws Exception {
        var hand = Stagehand.show(Drawn.orders());
        assertTrue(hand.view.lookupAll(".card-place").isEmpty());
        hand.now(() ->
                hand.workspace.apply(
                        new ChangeDesign(
                                "region",
                                d ->
                                        d.withEnvironments(
                                                List.of(d.home().withRegion("eu-west-1"))))));
        hand.now(hand.view::fit); // the last card was not in sight yet
        assertEquals(5, hand.view.lookupAll(".card-place").size());
    }

    @Test
    void aPictureForAReviewerNamesTheEnvironmentsToo() throws Exception {
        var one = picture(accounts());
        assertTrue(Arrays.equals(one, picture(accounts())));
        assertFalse(Arrays.equals(one, picture(renamed("Acceptance"))));
    }

    private static byte[] picture(Design design) throws Exception {
        Stagehand.show(design); // starts the toolkit
        var catalog = CatalogFiles.load();
        return WaitForAsyncUtils.asyncFx(() ->
                        CanvasPicture.png(
                                design, catalog, List.of(), Optional.empty(), Theme.LIGHT, 1))
                .get();
    }

    private static Design accounts() throws Exception {
        return TemplateShelf.open("accounts");
    }

    private static Design renamed(String staging) throws Exception {
        var design = accounts();
        return design.withEnvironments(
                design.environments().stream()
                        .map(e -> e.name().equals("Staging") ? e.withName(staging) : e)
                        .toList());
    }

    private static RunSnapshot running(Design design) {
        return new RunSnapshot(
                design.name(),
                Stagehand.NOW,
                design.stages().stream()
                        .map(s ->
                                new StageRun(
                                        s.name(),
                                        RunStatus.IN_PROGRESS,
                                        Optional.of("2b90"),
                                        List.of(),
                                        Optional.empty(),
                                        s.actions().stream()
                                                .map(PlaceOnCardTest::running)
                                                .toList()))
                        .toList(),
                List.of());
    }

    private static ActionRun running(Action action) {
        return new ActionRun(
                action.name(),
                RunStatus.IN_PROGRESS,
                Optional.of(Stagehand.NOW.minusSeconds(754)),
                Optional.of(Stagehand.NOW),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Text line(Stagehand hand, ActionId id) {
        return (Text) hand.view.scenery().card(id).orElseThrow().lookup(".card-place");
    }

    private static Node subtitle(Node card) {
        return card.lookup(".card-subtitle");
    }

    private static boolean isSeen(Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Bounds world(Stagehand hand, Node node) {
        return hand.view.scenery().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static double right(Stagehand hand, Node node) {
        return world(hand, node).getMaxX();
    }

    private static double top(Stagehand hand, Node node) {
        return world(hand, node).getMinY();
    }

    private static double bottom(Stagehand hand, Node node) {
        return world(hand, node).getMaxY();
    }
}
