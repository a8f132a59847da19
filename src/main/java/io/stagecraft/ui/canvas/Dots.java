package io.stagecraft.ui.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/// The dots behind the drawing. They are painted once per size and scale, and only shifted while it is dragged.
final class Dots extends Region {
    private static final double STEP = 24;

    private final Canvas canvas = new Canvas();
    private final Rectangle colour = Shapes.rectangle(new Box(0, 0, 0, 0), 0, "canvas-dot");
    private double painted = Double.NaN;
    private Paint paintedIn = Color.TRANSPARENT;

    Dots() {
        setManaged(false);
        setMouseTransparent(true);
        colour.setVisible(false);
        getChildren().addAll(canvas, colour);
        colour.fillProperty().addListener((_, _, fill) -> paint(painted, fill));
    }

    void show(Camera camera, double width, double height) {
        double step = STEP * camera.scale();
        while (step < STEP * .75) {
            step *= 2;
        }
        double wide = width + 2 * step;
        double high = height + 2 * step;
        if (canvas.getWidth() < wide
                || canvas.getHeight() < high
                || step != painted
                || colour.getFill() != paintedIn) {
            canvas.setWidth(wide);
            canvas.setHeight(high);
            paint(step, colour.getFill());
        }
        canvas.setTranslateX(Math.floorMod((long) camera.x(), Math.round(step)) - step);
        canvas.setTranslateY(Math.floorMod((long) camera.y(), Math.round(step)) - step);
    }

    private void paint(double step, Paint fill) {
        painted = step;
        paintedIn = fill;
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(fill);
        if (Double.isNaN(step)) {
            return;
        }
        for (double x = 0; x < canvas.getWidth(); x += step) {
            for (double y = 0; y < canvas.getHeight(); y += step) {
                pen.fillOval(Math.round(x), Math.round(y), 1.6, 1.6);
            }
        }
    }
}
