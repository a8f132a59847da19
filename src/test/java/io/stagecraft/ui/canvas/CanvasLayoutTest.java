package io.stagecraft.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.canvas.CanvasLayout.CardPlace;
import io.stagecraft.ui.canvas.CanvasLayout.Wire;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CanvasLayoutTest {
    @Test
    void equalRunOrdersStandSideBySideAndHigherOnesBelow() {
        var layout = CanvasLayout.of(Drawn.orders());
        var build = card(layout, "a2").box();
        var unit = card(layout, "a3").box();
        var scan = card(layout, "a4").box();
        assertEquals(unit.y(), scan.y());
        assertTrue(scan.x() > unit.right());
        assertTrue(unit.y() > build.bottom());
        assertEquals(build.x(), unit.x());
    }

    @Test
    void stagesStandLeftToRightAndHoldTheirCards() {
        var layout = CanvasLayout.of(Drawn.orders());
        for (int i = 1; i < layout.stages().size(); i++) {
            assertTrue(layout.stages().get(i).box().x() > layout.stages().get(i - 1).box().right());
        }
        layout.cards()
                .values()
                .forEach(c -> {
                    var stage = layout.stages().get(c.stage()).box();
                    assertEquals(stage, stage.with(c.box()));
                });
    }

    @Test
    void everythingStandsOnAGridOfFour() {
        CanvasLayout.of(Drawn.large(3, 3, 3))
                .cards()
                .values()
                .forEach(c -> {
                    assertEquals(0, c.box().x() % 4);
                    assertEquals(0, c.box().y() % 4);
                });
    }

    @Test
    void noWireTouchesACardOnItsWay() {
        assertClear(Drawn.orders());
        assertClear(Drawn.large(6, 4, 3));
        assertClear(backwards());
    }

    @Test
    void aWireToTheNextStageInTheSameRowIsStraight() {
        var layout = CanvasLayout.of(Drawn.orders());
        assertEquals(2, wire(layout, "Src", "a2").points().size());
    }

    @Test
    void artifactsThatShareAStripKeepApart() {
        var layout = CanvasLayout.of(twoSources());
        var first = wire(layout, "One", "a4").points();
        var second = wire(layout, "Two", "a3").points();
        assertNotEquals(first.get(1).x(), second.get(1).x());
    }

    @Test
    void wiresThatLeaveACardTurnBeforeThoseThatArrive() {
        var design =
                Drawn.orders()
                        .withStage(
                                new StageId("s3"),
                                s ->
                                        s.withActions(
                                                List.of(
                                                        Drawn.build(
                                                                "a5", "Reads", 1, List.of("Src")),
                                                        Drawn.build(
                                                                "a6",
                                                                "Below",
                                                                2,
                                                                List.of("Late")))))
                        .withStage(
                                new StageId("s2"),
                                s ->
                                        s.withActions(
                                                List.of(
                                                        Drawn.build(
                                                                "a2", "Makes", 1, List.of(),
                                                                "Late"))));
        var layout = CanvasLayout.of(design);
        var arrives = wire(layout, "Src", "a5").points();
        var leaves = wire(layout, "Late", "a6").points();
        assertTrue(leaves.get(1).x() < arrives.get(arrives.size() - 2).x());
    }

    @Test
    void roomUnderACardPushesTheRowsBelowDown() {
        var plain = CanvasLayout.of(Drawn.orders());
        var roomy = CanvasLayout.of(Drawn.orders(), id -> id.equals(new ActionId("a2")) ? 52 : 0);
        assertEquals(card(plain, "a3").box().y() + 52, card(roomy, "a3").box().y());
        assertEquals(card(plain, "a5").box(), card(roomy, "a5").box());
    }

    @Test
    void anEmptyDesignAndAnEmptyStageHaveALayout() {
        assertEquals(new Box(0, 0, 0, 0), CanvasLayout.of(Design.empty("none")).bounds());
        var one = Design.empty("one").withStages(List.of(Drawn.stage("s1", "Source")));
        assertEquals(1, CanvasLayout.of(one).stages().size());
    }

    private static Design backwards() {
        return Design.empty("wrong")
                .withStages(
                        List.of(
                                Drawn.stage(
                                        "s1",
                                        "First",
                                        Drawn.build("a1", "Reads", 1, List.of("Late", "Later")),
                                        Drawn.build("a2", "Self", 2, List.of("Own"), "Own")),
                                Drawn.stage(
                                        "s2",
                                        "Second",
                                        Drawn.build("a3", "Late", 1, List.of(), "Late"),
                                        Drawn.build("a4", "Beside", 1, List.of("Late")),
                                        Drawn.build("a5", "Later", 3, List.of("Late"), "Later"))));
    }

    private static Design twoSources() {
        return Design.empty("two")
                .withStages(
                        List.of(
                                Drawn.stage(
                                        "s1",
                                        "Source",
                                        Drawn.source("a1", "A", "One"),
                                        Drawn.source("a2", "B", "Two").withRunOrder(2)),
                                Drawn.stage(
                                        "s2",
                                        "Build",
                                        Drawn.build("a3", "Upper", 1, List.of("Two")),
                                        Drawn.build("a4", "Lower", 2, List.of("One")))));
    }

    private static void assertClear(Design design) {
        var layout = CanvasLayout.of(design);
        for (var wire : layout.wires()) {
            for (int i = 1; i < wire.points().size(); i++) {
                var leg = Box.between(wire.points().get(i - 1), wire.points().get(i));
                var hit =
                        layout.cards().values().stream()
                                .filter(c -> c.box().meets(leg))
                                .findFirst();
                assertEquals(Optional.empty(), hit, wire + " leg " + i);
            }
        }
    }

    private static CardPlace card(CanvasLayout layout, String id) {
        return layout.card(new ActionId(id)).orElseThrow();
    }

    private static Wire wire(CanvasLayout layout, String artifact, String consumer) {
        return layout.wires().stream()
                .filter(w -> w.artifact().equals(artifact))
                .filter(w -> w.consumer().value().equals(consumer))
                .findFirst()
                .orElseThrow();
    }
}
