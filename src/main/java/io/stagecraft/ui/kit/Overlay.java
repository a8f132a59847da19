package io.stagecraft.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/// A layer over the window for questions and searches: one card on a veil. Esc or a click beside the card closes it.
public final class Overlay extends StackPane {
    private static final double EDGE = 24;

    private final Region veil = new Region();
    private Runnable closed = () -> {};
    private Subscription filling = Subscription.EMPTY;
    private boolean settling;
    private @Nullable Node before;

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
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.focusOwnerProperty().addListener((_, _, now) -> focused(now));
                    }
                });
    }

    /// What is asked keeps the keys: nothing behind it hears them, whatever becomes of the button that was pressed.
    private void focused(@Nullable Node owner) {
        if (isVisible() && !(owner != null && isOnCard(owner))) {
            settleSoon();
        }
    }

    private boolean isOnCard(Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (n == this) {
                return node != this;
            }
        }
        return false;
    }

    private void settleSoon() {
        if (!settling) {
            settling = true;
            Background.soon(() -> {
                settling = false;
                settle();
            });
        }
    }

    /// To the button that Enter means; where there is none, to where the card wants it.
    private void settle() {
        if (!isVisible() || getChildren().size() < 2) {
            return;
        }
        var card = getChildren().getLast();
        card.applyCss();
        card.lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && b.isDefaultButton() && !b.isDisabled())
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, card::requestFocus);
    }

    /// Where a card shows other words, the focus goes to its new button, unless a field of it has it.
    private void refilled(Node card) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        if (isVisible() && (owner == null || owner == card || !isOnCard(owner))) {
            settleSoon();
        }
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
        filling.unsubscribe();
        filling = card.getChildrenUnmodifiable().subscribe(() -> refilled(card));
    }

    /// Closes what shows; the focus goes back to where it was.
    public void close() {
        if (!isVisible()) {
            return;
        }
        filling.unsubscribe();
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        closed.run();
    }
}
