package io.stagecraft.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// What the canvas says when the pointer rests. A part of the canvas and no window of its own, so it never takes the
/// mouse from what it describes.
final class HoverTip extends Label {
    private final PauseTransition rest = new PauseTransition(Duration.millis(500));
    private final PauseTransition stay = new PauseTransition(Duration.seconds(8));
    private Spot at = new Spot(0, 0);

    HoverTip() {
        setId("canvas-tip");
        getStyleClass().add("canvas-tip");
        setManaged(false);
        setMouseTransparent(true);
        setWrapText(true);
        setMaxWidth(360);
        setVisible(false);
        rest.setOnFinished(_ -> open());
        stay.setOnFinished(_ -> setVisible(false)); // it may lie over what happens meanwhile
    }

    /// Says `text` once the pointer has rested at a point of the canvas; an empty text says nothing.
    void say(String text, Spot pointer) {
        at = pointer;
        if (text.equals(getText()) && (isVisible() || text.isEmpty())) {
            return;
        }
        hide();
        setText(text);
        if (!text.isEmpty()) {
            rest.playFromStart();
        }
    }

    void hide() {
        rest.stop();
        stay.stop();
        setVisible(false);
    }

    private void open() {
        var parent = getParent();
        if (parent == null) {
            return;
        }
        applyCss();
        double width = Math.min(360, prefWidth(-1));
        resize(width, prefHeight(width));
        var room = parent.getLayoutBounds();
        relocate(
                Math.clamp(at.x() + 14, 8, Math.max(8, room.getWidth() - width - 8)),
                Math.clamp(at.y() + 20, 8, Math.max(8, room.getHeight() - getHeight() - 8)));
        toFront();
        setVisible(true);
        stay.playFromStart();
    }
}
