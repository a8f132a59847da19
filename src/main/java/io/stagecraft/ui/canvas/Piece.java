package io.stagecraft.ui.canvas;

import javafx.scene.Group;
import javafx.scene.Node;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// What one look stands for: its node once it has been in sight, and whether the node still has to follow the look.
final class Piece<L, N extends Node> {
    private L look;
    private Box box;
    private boolean stale = true;
    private Optional<N> node = Optional.empty();

    Piece(L look, Box box) {
        this.look = look;
        this.box = box;
    }

    Box box() {
        return box;
    }

    Optional<N> node() {
        return node;
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

    /// The node as it looks now; made where nobody has seen it yet.
    N shown(Supplier<N> make, BiConsumer<N, L> show) {
        var made = node.orElseGet(make);
        node = Optional.of(made);
        if (stale) {
            stale = false;
            show.accept(made, look);
        }
        return made;
    }
}
