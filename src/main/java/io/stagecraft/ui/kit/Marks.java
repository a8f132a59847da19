package io.stagecraft.ui.kit;

import io.stagecraft.validate.Severity;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// How bad a problem is, by shape and colour: an octagon, a triangle, a circle.
public final class Marks {
    private static final String OCTAGON =
            "M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z";
    private static final String TRIANGLE =
            "M8 1.2 15.4 14.6H.6zM7.2 6v4.4h1.6V6zm0 5.4V13h1.6v-1.6z";
    private static final String CIRCLE =
            "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7.2 4v1.6h1.6V4zm0 2.8V12h1.6V6.8z";

    private Marks() {}

    /// The mark, 16 × 16.
    public static Node of(Severity severity) {
        var shape = new SVGPath();
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.setContent(
                switch (severity) {
                    case ERROR -> OCTAGON;
                    case WARNING -> TRIANGLE;
                    case HINT -> CIRCLE;
                });
        shape.getStyleClass().addAll("mark", styleClass(severity));
        var box = new StackPane(shape);
        box.setMinSize(16, 16);
        box.setMaxSize(16, 16);
        return box;
    }

    /// The style class of a severity: `error`, `warning` or `hint`.
    public static String styleClass(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "hint";
        };
    }
}
