package io.stagecraft.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.function.Supplier;

/// The place of a pane that comes a moment after the window; until then it has the pane's colour.
public final class Late extends StackPane {
    /// @param pane makes the pane; called once, on the UI thread
    public Late(Frames frames, Supplier<? extends Region> pane) {
        getStyleClass().add("late");
        frames.later(() -> getChildren().setAll(pane.get()));
    }
}
