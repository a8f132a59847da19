package io.stagecraft.ui.canvas;

import io.stagecraft.ui.kit.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Folds the map away and brings it back; it stays as it was left until the window is closed.
final class MapToggle extends Button {
    private boolean on = true;

    /// @param changed called after the map has been folded or brought back
    MapToggle(Runnable changed) {
        setId("map-toggle");
        getStyleClass().addAll("flat", "icon-only", "small", "map-toggle");
        setFocusTraversable(false); // Tab walks through the drawing
        dress();
        setOnAction(_ -> {
            on = !on;
            dress();
            changed.run();
        });
    }

    boolean isOn() {
        return on;
    }

    private void dress() {
        var words = on ? "Hide the map" : "Show the map";
        setGraphic(Icons.node(on ? "chevron-down" : "map", on ? 12 : 14));
        setAccessibleText(words);
        setTooltip(new Tooltip(words));
    }
}
