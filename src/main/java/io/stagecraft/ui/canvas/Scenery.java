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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /// What has just gone may come back at once.
    private static final double LINGERING = 320;

    private final Layer<StageId, StageLook, StageNode> stages =
            new Layer<>(StageLook::id, StageLook::box, StageNode::new, StageNode::show);
    private final Layer<WireKey, WireLook, WireNode> wires =
            new Layer<>(
                    w -> new WireKey(w.artifact(), w.producer(), w.consumer()),
                    WireLook::box,
                    WireNode::new,
                    WireNode::show);
    private final Layer<StageId, GateLook, GateNode> gates =
            new Layer<>(GateLook::into, GateLook::box, GateNode::new, GateNode::show);
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
                        CardLook::id,
                        CardLook::box,
                        () -> new CardNode(footer),
                        (card, look) -> card.show(look, clock.get()));
        getChildren().addAll(stages, wires, gates, cards);
    }

    /// Shows a drawing.
    void show(Drawing drawing) {
        touched = 0;
        stages.show(drawing.stages());
        wires.show(drawing.wires());
        gates.show(drawing.gates());
        cards.show(drawing.cards());
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
        stages.look();
        wires.look();
        gates.look();
        cards.look();
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
        cards.look();
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

    /// The node in a layer that has the keyboard, itself or by a button on it.
    private static Optional<Node> holder(Group layer) {
        var node = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        while (node != null && node.getParent() != layer) {
            node = node.getParent();
        }
        return Optional.ofNullable(node);
    }

    /// What one look stands for: its node once it has been in sight, and whether the node still has to follow the look.
    private static final class Piece<L, N extends Node> {
        private L look;
        private Box box;
        private boolean stale = true;
        private Optional<N> node = Optional.empty();

        Piece(L look, Box box) {
            this.look = look;
            this.box = box;
        }

        boolean isIn(Group layer) {
            return node.map(n -> n.getParent() == layer).orElse(false);
        }

        /// Whether this is another look than the one before.
        boolean become(L next, Box at) {
            boolean other = !look.equals(next);
            look = next;
            box = at;
            stale |= other;
            return other;
        }
    }

    /// Nodes of one kind, kept by what they stand for. They are made when they first come into sight, and leave the layer
    /// when they are far out of it: JavaFX goes through every node of a scene at every frame, visible or not.
    private final class Layer<K, L, N extends Node> extends Group {
        private final Function<L, K> key;
        private final Function<L, Box> box;
        private final Supplier<N> make;
        private final BiConsumer<N, L> show;
        private final Map<K, Piece<L, N>> pieces = new LinkedHashMap<>();

        Layer(Function<L, K> key, Function<L, Box> box, Supplier<N> make, BiConsumer<N, L> show) {
            this.key = key;
            this.box = box;
            this.make = make;
            this.show = show;
        }

        Optional<N> node(K of) {
            return Optional.ofNullable(pieces.get(of)).flatMap(p -> p.node);
        }

        Stream<N> nodes() {
            return pieces.values().stream().flatMap(p -> p.node.stream());
        }

        void show(List<L> wanted) {
            var keys = new HashSet<K>();
            for (var look : wanted) {
                var of = key.apply(look);
                if (!keys.add(of)) {
                    continue;
                }
                var piece = pieces.get(of);
                if (piece == null) {
                    pieces.put(of, new Piece<>(look, box.apply(look)));
                    touched++;
                } else if (piece.become(look, box.apply(look))) {
                    touched++;
                }
            }
            if (keys.size() < pieces.size()) {
                var gone = new ArrayList<Node>();
                pieces.forEach((of, piece) -> {
                    if (!keys.contains(of)) {
                        piece.node.ifPresent(gone::add);
                    }
                });
                touched += pieces.size() - keys.size();
                pieces.keySet().retainAll(keys);
                getChildren().removeAll(gone);
            }
            look();
        }

        void look() {
            var coming = new ArrayList<N>();
            var going = new ArrayList<N>();
            var focused = holder(this);
            pieces.values().forEach(p -> look(p, focused, coming, going));
            if (!coming.isEmpty()) {
                getChildren().addAll(coming);
                mark(selection); // as long as they were away they heard of none
            }
            getChildren().removeAll(going);
        }

        /// What has the focus keeps it, in sight or not.
        private void look(
                Piece<L, N> piece, Optional<Node> focused, List<N> coming, List<N> going) {
            boolean holds = focused.isPresent() && focused.equals(piece.node);
            boolean visible = holds || sees(piece.box, 0);
            if (visible) {
                show(piece, coming);
            } else if (piece.isIn(this) && !sees(piece.box, LINGERING)) {
                piece.node.ifPresent(going::add);
            }
            piece.node.ifPresent(n -> n.setVisible(visible));
            if (!visible && piece.node.orElse(null) instanceof CardNode card) {
                card.setCache(false); // a picture that nobody sees takes memory all the same
            }
        }

        private void show(Piece<L, N> piece, List<N> coming) {
            if (piece.node.isEmpty()) {
                piece.node = Optional.of(make.get());
            }
            var node = piece.node.get();
            if (!piece.isIn(this)) {
                coming.add(node);
            }
            if (piece.stale) {
                piece.stale = false;
                show.accept(node, piece.look);
            }
            dress(node);
        }

        private void dress(N node) {
            switch (node) {
                case CardNode card -> Scenery.this.dress(card);
                case StageNode stage -> stage.detail(detail);
                case WireNode wire -> wire.detail(detail);
                default -> {
                    // gates are shown or hidden as one layer
                }
            }
        }
    }
}
