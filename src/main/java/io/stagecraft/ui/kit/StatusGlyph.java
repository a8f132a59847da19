package io.stagecraft.ui.kit;

import io.stagecraft.run.RunStatus;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.Duration;

/// How something stands, by shape and colour: each state has an outline of its own, so it reads without colour.
///
/// Its bounds are always `size` by `size`. Colours come from the style class `glyph-…`, named after the status.
public final class StatusGlyph extends Group {
    private final double size;
    private RotateTransition turning = new RotateTransition();
    private RunStatus status = RunStatus.NOT_RUN;

    /// @param size in pixels
    public StatusGlyph(RunStatus status, double size) {
        this.size = size;
        getStyleClass().add("status-glyph");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        sceneProperty().subscribe(scene -> turn(scene != null));
        draw(status);
    }

    public RunStatus status() {
        return status;
    }

    /// Shows another state.
    public void show(RunStatus next) {
        if (next != status) {
            draw(next);
        }
    }

    private void draw(RunStatus next) {
        turning.stop();
        setRotate(0);
        status = next;
        var frame = new Rectangle(size, size);
        frame.setFill(null);
        getChildren().setAll(frame);
        getStyleClass().removeIf(c -> c.startsWith("glyph-"));
        getStyleClass().add("glyph-" + next.name().toLowerCase().replace('_', '-'));
        setAccessibleText(next.words());
        switch (next) {
            case SUCCEEDED -> add(ring(), line(.31, .52, .45, .66, .70, .37));
            case FAILED -> add(octagon(), line(.36, .36, .64, .64), line(.64, .36, .36, .64));
            case IN_PROGRESS -> {
                add(faint(ring()), arc());
                turn(getScene() != null);
            }
            case WAITING_FOR_APPROVAL ->
                    add(ring(), line(.41, .34, .41, .66), line(.59, .34, .59, .66));
            case STOPPING -> add(faint(ring()), arc(), square());
            case STOPPED -> add(ring(), square());
            case CANCELLED, ABANDONED -> add(ring(), line(.26, .74, .74, .26));
            case SUPERSEDED ->
                    add(
                            ring(),
                            line(.36, .32, .52, .5, .36, .68),
                            line(.54, .32, .70, .5, .54, .68));
            case SKIPPED ->
                    add(ring(), line(.34, .32, .54, .5, .34, .68), line(.66, .34, .66, .66));
            case NOT_RUN -> add(faint(ring()));
        }
    }

    private void turn(boolean shown) {
        turning.stop();
        if (!shown || status != RunStatus.IN_PROGRESS) {
            return;
        }
        turning = new RotateTransition(Duration.seconds(1.2), this);
        turning.setByAngle(360);
        turning.setInterpolator(Interpolator.LINEAR);
        turning.setCycleCount(Animation.INDEFINITE);
        turning.play();
    }

    private void add(Shape... shapes) {
        for (var shape : shapes) {
            shape.getStyleClass().add("glyph-line");
            shape.setStrokeWidth(Math.max(1.4, size / 9));
            getChildren().add(shape);
        }
    }

    private Circle ring() {
        return new Circle(size / 2, size / 2, size * .44);
    }

    private static Shape faint(Shape shape) {
        shape.getStyleClass().add("glyph-faint");
        return shape;
    }

    private Arc arc() {
        var arc = new Arc(size / 2, size / 2, size * .44, size * .44, 90, -110);
        arc.setType(ArcType.OPEN);
        return arc;
    }

    private Polygon octagon() {
        var shape = new Polygon();
        for (int i = 0; i < 8; i++) {
            double angle = Math.PI / 8 + i * Math.PI / 4;
            shape.getPoints()
                    .addAll(
                            size / 2 + size * .47 * Math.cos(angle),
                            size / 2 + size * .47 * Math.sin(angle));
        }
        return shape;
    }

    private Rectangle square() {
        var shape = new Rectangle(size * .38, size * .38, size * .24, size * .24);
        shape.getStyleClass().add("glyph-solid");
        return shape;
    }

    private Polyline line(double... points) {
        var shape = new Polyline();
        for (double point : points) {
            shape.getPoints().add(point * size);
        }
        return shape;
    }
}
