package io.stagecraft.ui.canvas;

import javafx.scene.Group;
import javafx.scene.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Nodes of one kind, kept by what they stand for. They are made when they first come into sight, and leave the layer when
/// they are far out of it: JavaFX goes through every node of a scene at every frame, visible or not.
///
/// @param <K> what a node is known by
/// @param <L> what a node shows
final class Layer<K, L, N extends Node> extends Group {
    /// What has just gone may come back at once.
    private static final double LINGERING = 320;

    /// What the nodes of a layer have in common.
    ///
    /// @param key what a node is known by
    /// @param box where in the drawing it stands
    /// @param dress gives a node that is in sight as much detail as the moment wants
    /// @param hide is told of a node that has gone out of sight
    record Kind<K, L, N extends Node>(
            Function<L, K> key,
            Function<L, Box> box,
            Supplier<N> make,
            BiConsumer<N, L> show,
            Consumer<N> dress,
            Consumer<N> hide) {}

    private final Kind<K, L, N> kind;
    private final Map<K, Piece<L, N>> pieces = new LinkedHashMap<>();

    Layer(Kind<K, L, N> kind) {
        this.kind = kind;
    }

    Optional<N> node(K of) {
        return Optional.ofNullable(pieces.get(of)).flatMap(Piece::node);
    }

    Stream<N> nodes() {
        return pieces.values().stream().flatMap(p -> p.node().stream());
    }

    /// Stands for these from now on; [#look] then brings them in.
    ///
    /// @return how many have come, changed or gone
    int take(List<L> wanted) {
        int touched = 0;
        var keys = new HashSet<K>();
        for (var look : wanted) {
            if (keys.add(kind.key().apply(look)) && isOther(look)) {
                touched++;
            }
        }
        return touched + keepOnly(keys);
    }

    private boolean isOther(L look) {
        var of = kind.key().apply(look);
        var box = kind.box().apply(look);
        var piece = pieces.get(of);
        if (piece == null) {
            pieces.put(of, new Piece<>(look, box));
            return true;
        }
        return piece.become(look, box);
    }

    private int keepOnly(HashSet<K> keys) {
        int before = pieces.size();
        var gone = new ArrayList<Node>();
        pieces.forEach((of, piece) -> {
            if (!keys.contains(of)) {
                piece.node().ifPresent(gone::add);
            }
        });
        pieces.keySet().retainAll(keys);
        getChildren().removeAll(gone);
        return before - pieces.size();
    }

    /// Shows what is in sight, and takes out what is far out of it.
    ///
    /// @return whether nodes have come that were not in the scene before
    boolean look(Sight sight) {
        var coming = new ArrayList<N>();
        var going = new ArrayList<N>();
        var focused = holder();
        pieces.values().forEach(p -> look(p, sight, focused, coming, going));
        getChildren().addAll(coming);
        getChildren().removeAll(going);
        return !coming.isEmpty();
    }

    /// What has the focus keeps it, in sight or not.
    private void look(
            Piece<L, N> piece, Sight sight, Optional<Node> focused, List<N> coming, List<N> going) {
        boolean holds = focused.isPresent() && focused.equals(piece.node());
        boolean visible = holds || sight.sees(piece.box(), 0);
        if (visible) {
            show(piece, coming);
        } else if (piece.isIn(this) && !sight.sees(piece.box(), LINGERING)) {
            piece.node().ifPresent(going::add);
        }
        piece.node().ifPresent(n -> n.setVisible(visible));
        if (!visible) {
            piece.node().ifPresent(kind.hide());
        }
    }

    private void show(Piece<L, N> piece, List<N> coming) {
        var node = piece.shown(kind.make(), kind.show());
        if (!piece.isIn(this)) {
            coming.add(node);
        }
        kind.dress().accept(node);
    }

    /// The node of this layer that has the keyboard, itself or by a button on it.
    private Optional<Node> holder() {
        var node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node.getParent() != this) {
            node = node.getParent();
        }
        return Optional.ofNullable(node);
    }

    /// Which part of the drawing can be seen.
    @FunctionalInterface
    interface Sight {
        /// Whether any of `box` is in sight, or not further from it than `around`, in pixels of the drawing at 100 %.
        boolean sees(Box box, double around);
    }
}
