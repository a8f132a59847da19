package io.stagecraft.ui.canvas;

import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.canvas.Drawing.StageLook;
import io.stagecraft.ui.kit.StatusGlyph;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A stage: its ground, its name, what is checked at its edges, the numbers of its rows.
final class StageNode extends Group {
    private static final double CORNER = 14;

    private final Rectangle halo = Shapes.rectangle(new Box(0, 0, 0, 0), CORNER + 3, "stage-halo");
    private final Plate ground = new Plate(CORNER, "stage-ground");
    private final FittedText name = new FittedText("stage-name");
    private final Group pill = new Group();
    private final Group marks = new Group();
    private final Group numbers = new Group();
    private final BadgeNode badge = new BadgeNode();
    private final Group near = new Group(pill, marks, numbers, badge);
    private Detail detail = Detail.FULL;

    StageNode() {
        getStyleClass().add("stage");
        setAccessibleRole(AccessibleRole.BUTTON);
        name.setX(18);
        name.setY(30);
        getChildren().addAll(halo, ground, name, near);
    }

    void show(StageLook look) {
        setId(Shapes.id("stage", look.name()));
        setAccessibleText(look.spoken());
        setTranslateX(look.box().x());
        setTranslateY(look.box().y());
        var box = new Box(0, 0, look.box().width(), look.box().height());
        ground.place(box);
        Shapes.place(halo, box.grown(3));
        double right = look.run().map(s -> pill(s, box.width())).orElseGet(this::noPill);
        marks.getChildren().setAll(marks(look, box));
        double room = box.width() - 36 - right - badge(look, box);
        name.show(look.name(), room);
        numbers.getChildren().setAll(numbers(look, box));
        numbers.getChildren().forEach(n -> plain(n, detail));
    }

    private double badge(StageLook look, Box box) {
        badge.show(look.badge());
        badge.setTranslateX(box.width() - badge.width() - 16);
        badge.setTranslateY(-BadgeNode.HEIGHT / 2);
        return 0;
    }

    private double noPill() {
        pill.getChildren().clear();
        return 0;
    }

    private double pill(RunStatus status, double width) {
        var text = new Text(status.words());
        text.getStyleClass().add("stage-pill-text");
        var glyph = new StatusGlyph(status, 14);
        double wide = 18 + 14 + 6 + 6.2 * status.words().length();
        var back = Shapes.rectangle(new Box(0, 0, wide, 24), 12, "stage-pill-ground");
        glyph.setTranslateX(8);
        glyph.setTranslateY(5);
        text.setX(28);
        text.setY(16);
        text.layoutBoundsProperty()
                .subscribe(bounds -> {
                    back.setWidth(28 + bounds.getWidth() + 12);
                    pill.setTranslateX(width - back.getWidth() - 12);
                });
        pill.setTranslateY(12);
        pill.getChildren().setAll(back, glyph, text);
        Shapes.restyle(pill, "run-", "run-" + status.name().toLowerCase(Locale.ROOT));
        return wide;
    }

    /// A diamond on the edge at which something is checked: left before entry, right on success, below on failure.
    private static List<Node> marks(StageLook look, Box box) {
        var shapes = new ArrayList<Node>();
        var conditions = look.conditions();
        if (!conditions.entry().isEmpty()) {
            shapes.add(diamond(0, CanvasLayout.ARROW + 28, "condition-entry"));
        }
        if (!conditions.success().isEmpty()) {
            shapes.add(diamond(box.width(), CanvasLayout.ARROW + 28, "condition-success"));
        }
        if (!conditions.failure().isEmpty()) {
            shapes.add(diamond(box.width() / 2, box.height(), "condition-failure"));
        }
        return shapes;
    }

    private static Polygon diamond(double x, double y, String style) {
        return Shapes.styled(
                new Polygon(x, y - 7, x + 7, y, x, y + 7, x - 7, y), "condition", style);
    }

    private static List<Node> numbers(StageLook look, Box box) {
        if (look.rows().isEmpty()) {
            var hint = new Text("Drop an action here");
            hint.getStyleClass().add("stage-hint");
            hint.setX(box.width() / 2 - 58);
            hint.setY(CanvasLayout.FIRST_ROW + CanvasLayout.CARD_HEIGHT / 2 + 4);
            var frame =
                    Shapes.rectangle(
                            new Box(
                                    CanvasLayout.GUTTER,
                                    CanvasLayout.FIRST_ROW,
                                    CanvasLayout.CARD_WIDTH,
                                    CanvasLayout.CARD_HEIGHT),
                            9,
                            "stage-slot");
            return List.of(frame, hint);
        }
        return look.rows().stream()
                .<Node>map(row -> {
                    var text = new Text(Integer.toString(row.runOrder()));
                    text.getStyleClass().add("row-number");
                    text.setX(row.runOrder() > 99 ? 4 : row.runOrder() > 9 ? 7 : 11);
                    text.setY(row.top() + 14);
                    return text;
                })
                .toList();
    }

    void detail(Detail next) {
        if (next != detail) {
            detail = next;
            near.setVisible(next != Detail.BLOCK);
            badge.detail(next);
            numbers.getChildren().forEach(n -> plain(n, next));
            name.pseudoClassStateChanged(Shapes.PLAIN, next == Detail.PLAIN);
            name.pseudoClassStateChanged(Shapes.FAR, next == Detail.BLOCK);
        }
    }

    private static void plain(Node node, Detail detail) {
        node.pseudoClassStateChanged(Shapes.PLAIN, detail == Detail.PLAIN);
    }
}
