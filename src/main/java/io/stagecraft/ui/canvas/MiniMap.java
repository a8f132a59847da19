package io.stagecraft.ui.canvas;

import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import java.util.List;
import java.util.function.Consumer;

/// The whole drawing, small, with the part that the window shows. Drag in it to go somewhere else.
final class MiniMap extends Pane {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 92;
    private static final double MARGIN = 8;
    private static final double EDGE = 2;

    private final Group stages = new Group();
    private final Rectangle window = Shapes.rectangle(new Box(0, 0, 0, 0), 3, "minimap-window");
    private Box bounds = new Box(0, 0, 1, 1);
    private List<Box> shown = List.of();

    /// @param go called with the point of the drawing that is to be in the middle
    MiniMap(Consumer<Spot> go) {
        setId("minimap");
        getStyleClass().add("minimap");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().addAll(stages, window);
        getChildren().forEach(n -> n.setManaged(false));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> go(e, go));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> go(e, go));
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
    }

    private void go(MouseEvent event, Consumer<Spot> go) {
        event.consume();
        double k = scale();
        go.accept(
                new Spot(
                        (event.getX() - left(k)) / k + bounds.x(),
                        (event.getY() - top(k)) / k + bounds.y()));
    }

    void show(CanvasLayout layout) {
        bounds = layout.bounds();
        var next = layout.stages().stream().map(s -> small(s.box())).toList();
        if (!next.equals(shown)) {
            shown = next;
            stages.getChildren()
                    .setAll(
                            next.stream()
                                    .map(b -> Shapes.rectangle(b, 2, "minimap-stage"))
                                    .toList());
        }
    }

    void look(Box view) {
        Shapes.place(window, within(small(view)));
    }

    /// The part of a box that is on the map: to clip with round corners would be painted as slowly as all the rest.
    private static Box within(Box box) {
        double left = Math.clamp(box.x(), EDGE, WIDTH - EDGE);
        double top = Math.clamp(box.y(), EDGE, HEIGHT - EDGE);
        return new Box(
                left,
                top,
                Math.clamp(box.right(), left, WIDTH - EDGE) - left,
                Math.clamp(box.bottom(), top, HEIGHT - EDGE) - top);
    }

    private Box small(Box box) {
        double k = scale();
        return new Box(
                (box.x() - bounds.x()) * k + left(k),
                (box.y() - bounds.y()) * k + top(k),
                box.width() * k,
                box.height() * k);
    }

    private double scale() {
        return Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1, bounds.width()),
                (HEIGHT - 2 * MARGIN) / Math.max(1, bounds.height()));
    }

    private double left(double k) {
        return (WIDTH - bounds.width() * k) / 2;
    }

    private double top(double k) {
        return (HEIGHT - bounds.height() * k) / 2;
    }
}
