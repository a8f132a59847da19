package io.stagecraft.ui.canvas;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// Small makers of styled shapes.
final class Shapes {
    static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// Set on the one shape that looks otherwise from further away: the rest need not be styled anew when the scale changes.
    static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

    /// As [#PLAIN], from far away.
    static final PseudoClass FAR = PseudoClass.getPseudoClass("far");

    static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

    private Shapes() {}

    static Rectangle rectangle(Box box, double corner, String... styles) {
        var shape = new Rectangle(box.x(), box.y(), box.width(), box.height());
        shape.setArcWidth(2 * corner);
        shape.setArcHeight(2 * corner);
        return styled(shape, styles);
    }

    static <S extends Shape> S styled(S shape, String... styles) {
        shape.getStyleClass().addAll(styles);
        shape.setMouseTransparent(true);
        return shape;
    }

    static void place(Rectangle shape, Box box) {
        shape.setX(box.x());
        shape.setY(box.y());
        shape.setWidth(box.width());
        shape.setHeight(box.height());
    }

    /// Replaces the style class of a family, such as `card-source` by `card-build`.
    static void restyle(Node node, String family, String style) {
        if (!node.getStyleClass().contains(style)) {
            node.getStyleClass().removeIf(c -> c.startsWith(family));
            node.getStyleClass().add(style);
        }
    }

    /// An id that a test can look up: letters, digits and dashes of `name` after `kind`.
    static String id(String kind, String name) {
        return kind + "-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
