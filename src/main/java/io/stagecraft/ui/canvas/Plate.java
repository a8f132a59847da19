package io.stagecraft.ui.canvas;

import javafx.beans.binding.DoubleBinding;
import javafx.scene.Group;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// A rectangle with round corners, put together so that only its ends are curves. Without a graphics card a curved shape takes
/// time by the area that it spans, fill and line each; plain rectangles take next to none, and a canvas has dozens of plates.
final class Plate extends Group {
    private static final double OVERLAP =
            4; // two parts that met between two pixels would let the ground through

    private final double corner;
    private final Path top;
    private final Path bottom = new Path();
    private final Rectangle middle = new Rectangle();
    private final Rectangle left = new Rectangle();
    private final Rectangle right = new Rectangle();
    private Box box = new Box(0, 0, 0, 0);
    private boolean far;

    /// @param style the style class that fills it and draws its line
    Plate(double corner, String style) {
        this.corner = corner;
        top =
                Shapes.styled(
                        new Path(),
                        style); // the others follow it: one node to style instead of five
        bottom.fillProperty().bind(top.fillProperty());
        bottom.strokeProperty().bind(top.strokeProperty());
        bottom.strokeWidthProperty().bind(top.strokeWidthProperty());
        side(middle).fillProperty().bind(top.fillProperty());
        line(left);
        line(right);
        setMouseTransparent(true);
        getChildren().addAll(middle, top, bottom, left, right);
    }

    private void line(Rectangle shape) {
        side(shape).fillProperty().bind(top.strokeProperty());
        shape.widthProperty().bind(top.strokeWidthProperty());
        shape.translateXProperty().bind(half(top));
    }

    private static DoubleBinding half(Shape of) {
        return of.strokeWidthProperty().divide(-2);
    }

    private static Rectangle side(Rectangle shape) {
        shape.setStroke(null);
        return shape;
    }

    /// Gives it a place and a size.
    void place(Box next) {
        box = next;
        draw();
    }

    private void draw() {
        if (far) {
            Shapes.place(middle, box);
            top.getElements().clear();
            bottom.getElements().clear();
            return;
        }
        Shapes.place(
                middle, new Box(box.x(), box.y() + corner, box.width(), box.height() - 2 * corner));
        for (var line : new Rectangle[] {left, right}) {
            line.setX(line == left ? box.x() : box.right());
            line.setY(box.y() + corner);
            line.setHeight(box.height() - 2 * corner);
        }
        end(top, box.y(), 1);
        end(bottom, box.bottom(), -1);
    }

    /// One end of it, curving away from `edge`.
    private void end(Path path, double edge, int inwards) {
        double straight = edge + inwards * corner;
        double in = straight + inwards * OVERLAP;
        boolean clockwise = inwards > 0;
        path.getElements()
                .setAll(
                        new MoveTo(box.x(), in),
                        new LineTo(box.x(), straight),
                        new ArcTo(corner, corner, 0, box.x() + corner, edge, false, clockwise),
                        new LineTo(box.right() - corner, edge),
                        new ArcTo(corner, corner, 0, box.right(), straight, false, clockwise),
                        new LineTo(box.right(), in));
    }

    /// From far away it is one plain rectangle without a line, styled by [Shapes#FAR].
    void far(boolean on) {
        top.pseudoClassStateChanged(Shapes.FAR, on);
        left.setVisible(!on);
        right.setVisible(!on);
        far = on;
        draw();
    }
}
