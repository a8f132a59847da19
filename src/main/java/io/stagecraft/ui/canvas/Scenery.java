package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.Drawing.CardLook;
import io.stagecraft.ui.canvas.Drawing.GateLook;
import io.stagecraft.ui.canvas.Drawing.StageLook;
import io.stagecraft.ui.canvas.Drawing.WireLook;

import javafx.scene.Group;
import javafx.scene.Node;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Supplier;

/// The nodes of a drawing, layer over layer. An edit touches those whose look it changed, and no others; what is out of
/// sight is not visible to JavaFX either, which would otherwise paint all of it at each frame.
final class Scenery extends Group {
    private record WireKey(String artifact, ActionId producer, ActionId consumer) {}

    /// Badges, halos, gates' reasons and what hangs below a card stand out of their boxes by less.
    private static final double AROUND = 80;

    /// Work on cards that a frame has time for while the scale changes: a quarter of a millisecond each.
    private static final int A_FRAME = 8;

    private static final int TO_SETTLE = 6 * A_FRAME; // nobody moves anything by then
    private static final int ALL = Integer.MAX_VALUE;

    private final Layer<StageId, StageLook, StageNode> stages =
            new Layer<>(
                    new Layer.Kind<>(
                            StageLook::id,
                            StageLook::box,
                            StageNode::new,
                            StageNode::show,
                            stage -> stage.detail(detail()),
                            _ -> {}));
    private final Layer<WireKey, WireLook, WireNode> wires =
            new Layer<>(
                    new Layer.Kind<>(
                            w -> new WireKey(w.artifact(), w.producer(), w.consumer()),
                            WireLook::box,
                            WireNode::new,
                            WireNode::show,
                            wire -> wire.detail(detail()),
                            _ -> {}));
    private final Layer<StageId, GateLook, GateNode> gates =
            new Layer<>(
                    new Layer.Kind<>(
                            GateLook::into,
                            GateLook::box,
                            GateNode::new,
                            GateNode::show,
                            _ -> {}, // shown or hidden as one layer
                            _ -> {}));
    private final Layer<ActionId, CardLook, CardNode> cards;
    private final Supplier<Instant> clock;
    private Detail detail = Detail.FULL;
    private boolean still = true;
    private int spare = ALL;
    private Selection selection = Selection.NONE;
    private Optional<Box> window = Optional.empty();
    private int touched;

    Scenery(CardFooter footer, Supplier<Instant> clock) {
        this.clock = clock;
        cards =
                new Layer<>(
                        new Layer.Kind<>(
                                CardLook::id,
                                CardLook::box,
                                () -> new CardNode(footer),
                                (card, look) -> card.show(look, clock.get()),
                                this::dress,
                                card -> card.setCache(false))); // its picture takes memory
        getChildren().addAll(stages, wires, gates, cards);
    }

    /// Shows a drawing.
    void show(Drawing drawing) {
        touched =
                stages.take(drawing.stages())
                        + wires.take(drawing.wires())
                        + gates.take(drawing.gates())
                        + cards.take(drawing.cards());
        look();
        mark(selection);
    }

    /// How many nodes the last drawing made, changed or took away.
    int touched() {
        return touched;
    }

    /// Shows what stands in this part of the drawing; before the first call, all of it.
    void look(Box view) {
        var around = Optional.of(view.grown(AROUND));
        if (!around.equals(window)) {
            window = around;
            spare = still ? ALL : A_FRAME;
            look();
            spare = ALL;
        }
    }

    private boolean sees(Box box, double around) {
        return window.isEmpty() || window.get().grown(around).meets(box);
    }

    private void look() {
        boolean come = stages.look(this::sees) | wires.look(this::sees) | gates.look(this::sees);
        if (cards.look(this::sees) | come) {
            mark(selection); // as long as they were away they heard of none
        }
    }

    /// Shows as much as this of what is in sight; the rest follows as it comes into sight.
    void detail(Detail next) {
        if (next != detail) {
            detail = next;
            gates.setVisible(next != Detail.BLOCK);
            if (still) {
                look();
            }
        }
    }

    Detail detail() {
        return detail;
    }

    /// The scale goes on changing: cards are shown as pictures that are stretched, and only so many of them get more or less
    /// detail at each frame that the frame is not late for it.
    void zooming() {
        still = false;
    }

    /// The scale stays as it is. As long as it does, a card is painted once and shown as a picture, also while the drawing is
    /// moved. Call it frame by frame until nothing is left to do.
    ///
    /// @return whether all is as it should be
    boolean settle() {
        still = true;
        spare = TO_SETTLE;
        cards.look(this::sees);
        boolean done = spare >= 0;
        spare = ALL;
        return done;
    }

    private void dress(CardNode card) {
        if (!still) {
            card.stretch(); // drawing it anew at each step takes longer
        }
        if (!card.isDressed(detail, still)) {
            spare -= detail == Detail.BLOCK ? 1 : 4; // to hide what is on it takes less
            if (spare >= 0) {
                card.dress(detail, still);
            }
        }
    }

    boolean isStill() {
        return still;
    }

    /// Lets running times run.
    void tick() {
        var now = clock.get();
        cards.nodes().filter(CardNode::isTicking).forEach(c -> c.tick(now));
    }

    /// Marks what is selected.
    void mark(Selection next) {
        var changed = new LinkedHashSet<>(selection.items());
        changed.addAll(next.items());
        selection = next;
        for (var item : changed) {
            node(item)
                    .ifPresent(n -> {
                        n.pseudoClassStateChanged(Shapes.SELECTED, next.contains(item));
                        if (item instanceof Selection.OfWire && next.contains(item)) {
                            n.toFront();
                        }
                    });
        }
    }

    Optional<Node> node(Selection.Item item) {
        return switch (item) {
            case Selection.OfAction(var id) -> cards.node(id).map(n -> n);
            case Selection.OfStage(var id) -> stages.node(id).map(n -> n);
            case Selection.OfTransition(var id) -> gates.node(id).map(n -> n);
            case Selection.OfWire(var artifact, var consumer) ->
                    wires.nodes()
                            .filter(n -> n.look().artifact().equals(artifact))
                            .filter(n -> n.look().consumer().equals(consumer))
                            .<Node>map(n -> n)
                            .findFirst();
        };
    }

    Optional<CardNode> card(ActionId id) {
        return cards.node(id);
    }
}
