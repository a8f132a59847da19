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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The nodes of a drawing, layer over layer. An edit touches those whose look it changed, and no others; what is out of
/// sight is not visible to JavaFX either, which would otherwise paint all of it at each frame.
final class Scenery extends Group {
    private record WireKey(String artifact, ActionId producer, ActionId consumer) {}

    /// Badges, halos, gates' reasons and what hangs below a card stand out of their boxes by less.
    private static final double AROUND = 80;

    private static final Box NOWHERE = new Box(0, 0, 0, 0);

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
            look();
        }
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
            look();
        }
    }

    Detail detail() {
        return detail;
    }

    /// Lets running times run.
    void tick() {
        var now = clock.get();
        cards.nodes.values().stream().filter(CardNode::isTicking).forEach(c -> c.tick(now));
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
            case Selection.OfAction(var id) -> Optional.ofNullable(cards.nodes.get(id));
            case Selection.OfStage(var id) -> Optional.ofNullable(stages.nodes.get(id));
            case Selection.OfTransition(var id) -> Optional.ofNullable(gates.nodes.get(id));
            case Selection.OfWire(var artifact, var consumer) ->
                    wires.nodes.entrySet().stream()
                            .filter(e -> e.getKey().artifact().equals(artifact))
                            .filter(e -> e.getKey().consumer().equals(consumer))
                            .<Node>map(Map.Entry::getValue)
                            .findFirst();
        };
    }

    Optional<CardNode> card(ActionId id) {
        return Optional.ofNullable(cards.nodes.get(id));
    }

    /// Nodes of one kind, kept by what they stand for.
    private final class Layer<K, L, N extends Node> extends Group {
        private final Function<L, K> key;
        private final Function<L, Box> box;
        private final Supplier<N> make;
        private final BiConsumer<N, L> show;
        private final Map<K, N> nodes = new HashMap<>();
        private final Map<K, L> looks = new HashMap<>();
        private final Map<K, Box> boxes = new HashMap<>();

        Layer(Function<L, K> key, Function<L, Box> box, Supplier<N> make, BiConsumer<N, L> show) {
            this.key = key;
            this.box = box;
            this.make = make;
            this.show = show;
        }

        void show(List<L> wanted) {
            var keys = new LinkedHashSet<K>();
            var fresh = new ArrayList<N>();
            for (var look : wanted) {
                var of = key.apply(look);
                if (!keys.add(of) || look.equals(looks.get(of))) {
                    continue;
                }
                var node = nodes.get(of);
                if (node == null) {
                    node = make.get();
                    nodes.put(of, node);
                    fresh.add(node);
                }
                looks.put(of, look);
                show.accept(node, look);
                boxes.put(of, box.apply(look));
                look(of, node);
                touched++;
            }
            getChildren().addAll(fresh);
            if (keys.size() < nodes.size()) {
                var gone = new LinkedHashSet<>(nodes.keySet());
                gone.removeAll(keys);
                var leaving = gone.stream().map(nodes::remove).toList();
                gone.forEach(looks::remove);
                gone.forEach(boxes::remove);
                touched += leaving.size();
                getChildren().removeAll(leaving);
            }
        }

        void look() {
            nodes.forEach(this::look);
        }

        /// What has the focus keeps it, in sight or not.
        private void look(K of, N node) {
            var at = boxes.getOrDefault(of, NOWHERE);
            boolean visible = window.isEmpty() || window.get().meets(at) || node.isFocused();
            node.setVisible(visible);
            if (visible) {
                dress(node);
            }
        }

        private void dress(N node) {
            switch (node) {
                case CardNode card -> card.detail(detail);
                case StageNode stage -> stage.detail(detail);
                case WireNode wire -> wire.detail(detail);
                default -> {
                    // gates are shown or hidden as one layer
                }
            }
        }
    }
}
