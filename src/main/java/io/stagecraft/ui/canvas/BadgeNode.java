package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.Badge;
import io.stagecraft.validate.Severity;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// How many problems there are, on the upper edge of what has them. An octagon means an error, a triangle a warning,
/// a circle a hint.
final class BadgeNode extends Group {
    static final double HEIGHT = 18;
    private static final double PLAIN = 1.5;

    private final Rectangle pill =
            Shapes.rectangle(new Box(0, 0, 36, HEIGHT), HEIGHT / 2, "badge-pill");
    private final Text count = new Text();
    private Badge shown = Badge.NONE;

    BadgeNode() {
        getStyleClass().add("badge");
        count.getStyleClass().add("badge-count");
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Its width on the drawing; 0 where there is nothing to show.
    double width() {
        return shown.count() == 0 ? 0 : shown.count() > 9 ? 42 : 36;
    }

    void show(Badge badge) {
        if (shown.equals(badge)) {
            return;
        }
        shown = badge;
        setVisible(badge.count() > 0);
        badge.worst().ifPresent(this::draw);
    }

    /// From further away it is larger: it would say nothing otherwise.
    void detail(Detail detail) {
        double scale = detail == Detail.PLAIN ? PLAIN : 1;
        setScaleX(scale);
        setScaleY(scale);
    }

    private void draw(Severity severity) {
        pill.setWidth(width());
        count.setText(shown.count() > 99 ? "99" : Integer.toString(shown.count()));
        count.setX(21);
        count.setY(13);
        Shapes.restyle(
                this,
                "severity-",
                switch (severity) {
                    case ERROR -> "severity-error";
                    case WARNING -> "severity-warning";
                    case HINT -> "severity-hint";
                });
        var mark =
                switch (severity) {
                    case ERROR -> octagon();
                    case WARNING -> new Polygon(12, 4, 17.5, 13.5, 6.5, 13.5);
                    case HINT -> new Circle(12, 9, 4.8);
                };
        var stroke = new Rectangle(11.2, severity == Severity.WARNING ? 7 : 5.6, 1.6, 4);
        var dot = new Rectangle(11.2, severity == Severity.WARNING ? 11.6 : 10.8, 1.6, 1.6);
        getChildren()
                .setAll(
                        pill,
                        Shapes.styled(mark, "badge-mark"),
                        Shapes.styled(stroke, "badge-sign"),
                        Shapes.styled(dot, "badge-sign"),
                        count);
    }

    private static Polygon octagon() {
        var shape = new Polygon();
        for (int i = 0; i < 8; i++) {
            double angle = Math.PI / 8 + i * Math.PI / 4;
            shape.getPoints().addAll(12 + 5.6 * Math.cos(angle), 9 + 5.6 * Math.sin(angle));
        }
        return shape;
    }
}
