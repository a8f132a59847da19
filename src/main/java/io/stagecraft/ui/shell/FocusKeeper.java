package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Overlay;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Keeps the keys where the person works. When what had the focus goes away, JavaFX gives it to the first field of the
/// window, which keeps Undo for itself; here the canvas gets it.
final class FocusKeeper {
    private final Scene scene;
    private final Node home;
    private final Overlay overlay;
    private final Commands commands;
    private boolean lost;

    FocusKeeper(Scene scene, Node home, Overlay overlay, Commands commands) {
        this.scene = scene;
        this.home = home;
        this.overlay = overlay;
        this.commands = commands;
    }

    void keep() {
        scene.focusOwnerProperty().addListener((_, _, now) -> moved(now));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::hear);
    }

    /// Who asks for the focus gets it from its owner; what JavaFX gives away by itself was nobody's in between.
    private void moved(@Nullable Node now) {
        if (now == null) {
            lost = true;
        } else if (lost) {
            lost = false;
            Background.soon(() -> bringHome(now));
        }
    }

    private void bringHome(Node chosen) {
        if (scene.getFocusOwner() == chosen && !overlay.isVisible()) {
            home.requestFocus();
        }
    }

    /// A field in which nothing was typed leaves Undo and Redo to the design.
    private void hear(KeyEvent key) {
        if (overlay.isVisible() || !(key.getTarget() instanceof TextInputControl field)) {
            return;
        }
        if (!field.isUndoable()) {
            run("undo", key);
            if (!field.isRedoable()) {
                run("redo", key);
            }
        }
    }

    private void run(String id, KeyEvent key) {
        var command = commands.get(id);
        if (!key.isConsumed() && command.keys().filter(k -> k.match(key)).isPresent()) {
            command.run();
            key.consume();
        }
    }
}
