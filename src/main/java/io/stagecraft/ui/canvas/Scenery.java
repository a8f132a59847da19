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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The nodes of a drawing, layer over layer. An edit touches those whose look it changed, and no others.
final class Scenery extends Group {
    private record WireKey(String artifact, ActionId producer, ActionId consumer) {}

    private final Layer<StageId, StageLook, StageNode> stages =
            new Layer<>(StageLook::id, StageNode::new, StageNode::show);
    private final Layer<WireKey, WireLook, WireNode> wires =
            new Layer<>(
                    w -> new WireKey(w.artifact(), w.producer(), w.consumer()),
                    WireNode::new,
                    WireNode::show);
    private final Layer<StageId, GateLook, GateNode> gates =
            new Layer<>(GateLook::into, GateNode::new, GateNode::show);
    private final Layer<ActionId, CardLook, CardNode> cards;
    private final Supplier<Instant> clock;
    private Detail detail = Detail.FULL;
    private Selection selection = Selection.NONE;
    private int touched;

    Scenery(CardFooter footer, Supplier<Instant> clock) {
        this.clock = clock;
        cards =
                new Layer<>(
                        CardLook::id,
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

    void detail(Detail next) {
        if (next != detail) {
            detail = next;
            stages.nodes.values().forEach(n -> n.detail(next));
            wires.nodes.values().forEach(n -> n.detail(next));
            gates.setVisible(next != Detail.BLOCK);
            cards.nodes.values().forEach(n -> n.detail(next));
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
        private final Supplier<N> make;
        private final BiConsumer<N, L> show;
        private final Map<K, N> nodes = new HashMap<>();
        private final Map<K, L> looks = new HashMap<>();

        Layer(Function<L, K> key, Supplier<N> make, BiConsumer<N, L> show) {
            this.key = key;
            this.make = make;
            this.show = show;
        }

        void show(List<L> wanted) {
            var keys = new LinkedHashSet<K>();
            var fresh = new java.util.ArrayList<N>();
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
                touched++;
            }
            fresh.forEach(this::dress);
            getChildren().addAll(fresh);
            if (keys.size() < nodes.size()) {
                var gone = new LinkedHashSet<>(nodes.keySet());
                gone.removeAll(keys);
                var leaving = gone.stream().map(nodes::remove).toList();
                gone.forEach(looks::remove);
                touched += leaving.size();
                getChildren().removeAll(leaving);
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
