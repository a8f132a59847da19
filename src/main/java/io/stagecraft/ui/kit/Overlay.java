package io.stagecraft.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A layer over the window for questions and searches: one card on a veil. Esc or a click beside the card closes it.
public final class Overlay extends StackPane {
    private static final double EDGE = 24;

    private final Region veil = new Region();
    private Runnable closed = () -> {};
    private @org.jspecify.annotations.Nullable Node before;

    public Overlay() {
        setId("overlay");
        veil.getStyleClass().add("overlay-veil");
        veil.setOnMouseClicked(_ -> close());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        close();
                        key.consume();
                    }
                });
        setVisible(false);
        setPadding(new Insets(EDGE));
    }

    /// Shows `card` in the middle and gives it the focus.
    public void show(Region card) {
        show(card, Pos.CENTER, () -> {});
    }

    /// Shows `card`, in the place of the one that showed.
    ///
    /// @param whenClosed what to do when it is closed, by the person or by [#close]
    public void show(Region card, Pos at, Runnable whenClosed) {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        closed = whenClosed;
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(card, at);
        StackPane.setMargin(veil, new Insets(-EDGE));
        getChildren().setAll(veil, card);
        setVisible(true);
        card.requestFocus();
    }

    /// Closes what shows; the focus goes back to where it was.
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        closed.run();
    }
}
