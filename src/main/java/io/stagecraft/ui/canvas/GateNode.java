package io.stagecraft.ui.canvas;

import io.stagecraft.ui.canvas.Drawing.GateLook;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The arrow into a stage and its gate: a chevron lets executions pass, a bar holds them, with the reason under it.
final class GateNode extends Group {
    static final double RADIUS = 12;

    GateNode() {
        getStyleClass().add("gate");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    }

    void show(GateLook look) {
        setId(Shapes.id("gate", look.stage()));
        setAccessibleText(look.spoken());
        Shapes.restyle(this, "gate-is-", look.closed() ? "gate-is-closed" : "gate-is-open");
        double x = look.at().x();
        double y = look.at().y();
        getChildren()
                .setAll(
                        Shapes.styled(new Line(look.from() + 4, y, x - RADIUS, y), "gate-arrow"),
                        Shapes.styled(new Line(x + RADIUS, y, look.to() - 5, y), "gate-arrow"),
                        Shapes.styled(
                                new Polyline(
                                        look.to() - 10,
                                        y - 5,
                                        look.to() - 5,
                                        y,
                                        look.to() - 10,
                                        y + 5),
                                "gate-arrow"),
                        Shapes.styled(new Circle(x, y, RADIUS + 3), "gate-halo"),
                        Shapes.styled(new Circle(x, y, RADIUS), "gate-ground"));
        if (look.closed()) {
            getChildren().add(Shapes.rectangle(new Box(x - 6, y - 1.75, 12, 3.5), 1, "gate-bar"));
            getChildren().add(reason(look.reason(), x, y));
        } else {
            getChildren()
                    .add(
                            Shapes.styled(
                                    new Polyline(x - 2, y - 4.5, x + 2.5, y, x - 2, y + 4.5),
                                    "gate-chevron"));
        }
        if (!look.waiting().isEmpty()) {
            waiting(look, x, y);
        }
    }

    private static Text reason(String reason, double x, double y) {
        double width = CanvasLayout.STAGE_GAP - 8;
        var text = new Text(shortened(reason));
        text.getStyleClass().add("gate-reason");
        text.setTextOrigin(VPos.TOP);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setWrappingWidth(width);
        text.setX(x - width / 2);
        text.setY(y + RADIUS + 6);
        text.setMouseTransparent(true);
        return text;
    }

    private static String shortened(String reason) {
        return reason.length() <= 32 ? reason : reason.substring(0, 31).stripTrailing() + "…";
    }

    private void waiting(GateLook look, double x, double y) {
        var text =
                new Text(
                        look.waiting().size() == 1
                                ? look.waiting().getFirst() + " waits"
                                : look.waiting().size() + " wait");
        text.getStyleClass().add("gate-waiting-text");
        text.setTextOrigin(VPos.CENTER);
        Rectangle pill = Shapes.rectangle(new Box(x - 32, y - 40, 64, 20), 10, "gate-waiting");
        text.setY(y - 30);
        text.layoutBoundsProperty().subscribe(b -> text.setX(x - b.getWidth() / 2));
        text.setMouseTransparent(true);
        getChildren().addAll(pill, text);
    }
}
