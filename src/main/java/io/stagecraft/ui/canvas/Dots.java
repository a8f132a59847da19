package io.stagecraft.ui.canvas;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;

/// The dots behind the drawing: a strip with one row of them, shown once per row, because an image of the canvas' size
/// would be blended pixel by pixel at each frame. The strip is painted once per width and scale, and only shifted while
/// the drawing is dragged.
final class Dots extends Region {
    private static final double STEP = 24;
    private static final double SIZE = 1.6;
    private static final int SAMPLES = 8; // across a pixel, to smooth the dot's edge

    private final Rectangle colour = Shapes.rectangle(new Box(0, 0, 0, 0), 0, "canvas-dot");
    private final List<ImageView> rows = new ArrayList<>();
    private Strip painted = new Strip(0, STEP, 1, Color.TRANSPARENT);
    private int paintings;

    /// @param step from one dot to the next
    /// @param density the screen's pixels to one of ours
    private record Strip(double width, double step, double density, Paint fill) {}

    Dots() {
        setManaged(false);
        setMouseTransparent(true);
        colour.setVisible(false);
        getChildren().add(colour);
        colour.fillProperty()
                .subscribe(f -> show(new Strip(painted.width, painted.step, painted.density, f)));
    }

    void show(Camera camera, double width, double height) {
        double step = STEP * camera.scale();
        while (step < STEP * .75) {
            step *= 2;
        }
        rows((int) Math.ceil(height / step) + 2);
        show(new Strip(width + 2 * step, step, density(), colour.getFill()));
        setTranslateX(Math.floorMod((long) camera.x(), Math.round(step)) - step);
        setTranslateY(Math.floorMod((long) camera.y(), Math.round(step)) - step);
    }

    /// How often the strip was painted.
    int paintings() {
        return paintings;
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.ceil(getScene().getWindow().getOutputScaleX());
    }

    private void rows(int wanted) {
        while (rows.size() < wanted) {
            var row = new ImageView();
            row.setMouseTransparent(true);
            rows.add(row);
            getChildren().add(row);
            painted = new Strip(0, STEP, 1, Color.TRANSPARENT); // the new one has to be shown, too
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setVisible(i < wanted);
        }
    }

    private void show(Strip strip) {
        if (strip.equals(painted)) {
            return;
        }
        painted = strip;
        paintings++;
        var image = image(strip);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.setImage(image);
            row.setFitWidth(image.getWidth() / strip.density);
            row.setFitHeight(image.getHeight() / strip.density);
            row.setY(Math.round(i * strip.step));
        }
    }

    private static Image image(Strip strip) {
        var ink = strip.fill instanceof Color plain ? plain : Color.TRANSPARENT;
        double size = SIZE * strip.density;
        int high = (int) Math.ceil(size);
        int wide = (int) Math.ceil(strip.width * strip.density) + high;
        var image = new WritableImage(wide, high);
        var pen = image.getPixelWriter();
        for (double x = 0; x < strip.width; x += strip.step) {
            int left = (int) Math.round(Math.round(x) * strip.density);
            for (int dx = 0; dx < high; dx++) {
                for (int dy = 0; dy < high; dy++) {
                    pen.setColor(left + dx, dy, ink.deriveColor(0, 1, 1, cover(dx, dy, size / 2)));
                }
            }
        }
        return image;
    }

    /// How much of a pixel a circle of that radius covers that touches the left and upper edge of the strip.
    private static double cover(int x, int y, double radius) {
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double dx = x + (i % SAMPLES + .5) / SAMPLES - radius;
            double dy = y + (i / SAMPLES + .5) / SAMPLES - radius;
            inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
        }
        return inside / (double) (SAMPLES * SAMPLES);
    }
}
