package io.stagecraft.ui.canvas;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which part of the drawing the canvas shows and how large, with the map and the scale that tell so.
final class Lens {
    private static final Box NOWHERE =
            new Box(-1e9, -1e9, 0, 0); // until the canvas has a size, nothing is in sight
    private static final Duration FRAME = Duration.millis(16);
    private static final Duration SETTLED = Duration.millis(200); // after the last step of a wheel
    private static final double LEGIBLE = 0.5; // names have 9 pixels there
    private static final double NEAR = 0.8;
    private static final double EDGE = 16;
    private static final Spot ROOM_FOR_MAP = new Spot(480, 280);

    private final Region canvas;
    private final CanvasViewModel model;
    private final Scenery scenery;
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();
    private final Group world = new Group();
    private final Dots dots = new Dots();
    private final MiniMap map = new MiniMap(this::centre);
    private final MapToggle mapToggle = new MapToggle(this::showMap);
    private final Label zoomLabel = new Label("100 %");
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private Camera camera = Camera.START;
    private boolean fitLater;
    private @Nullable Camera opened; // as a design was shown first, until somebody does something

    /// @param canvas whose size it fills
    /// @param over what moves and grows with the scenery, above it
    Lens(Region canvas, CanvasViewModel model, Scenery scenery, Node over) {
        this.canvas = canvas;
        this.model = model;
        this.scenery = scenery;
        scenery.look(NOWHERE);
        zoomLabel.setId("zoom-label");
        zoomLabel.getStyleClass().add("zoom-label");
        zoomLabel.setMouseTransparent(true);
        world.getTransforms().addAll(translate, scale);
        world.getChildren().addAll(scenery, over);
        world.setManaged(
                false); // what comes into sight makes it larger, and that moves nothing else
        settling.setOnFinished(_ -> settle());
    }

    /// The pattern that lies behind everything.
    Dots ground() {
        return dots;
    }

    /// The drawing, as it is moved and scaled.
    Node world() {
        return world;
    }

    /// What lies above the drawing at the canvas's edge.
    List<Region> aids() {
        return List.of(zoomLabel, map, mapToggle);
    }

    Camera camera() {
        return camera;
    }

    /// How large the drawing is shown; 1 is 100 %.
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    private double width() {
        return canvas.getWidth();
    }

    private double height() {
        return canvas.getHeight();
    }

    private boolean hasSize() {
        return width() > 0 && height() > 0;
    }

    /// Another drawing is there.
    void show(Drawing drawing) {
        map.show(drawing.layout());
        map.look(camera.view(width(), height()));
        showMap();
        zoomLabel.setVisible(!drawing.stages().isEmpty());
    }

    /// The canvas has another size.
    void resized() {
        showMap();
        if (fitLater && hasSize()) {
            fitLater = false;
            begin();
        } else if (camera.equals(opened)) {
            begin(); // the window was still finding its size
        } else {
            look(camera);
        }
    }

    /// Somebody has done something: from now on the drawing stays where it is when the canvas finds another size.
    void used() {
        opened = null;
    }

    void look(Camera next) {
        camera = next;
        translate.setX(pixel(next.x()));
        translate.setY(pixel(next.y()));
        scale.setX(next.scale());
        scale.setY(next.scale());
        scenery.detail(scenery.detail().at(next.scale()));
        dots.show(next, width(), height());
        if (hasSize()) {
            scenery.look(next.view(width(), height()));
        }
        map.look(next.view(width(), height()));
        showMap();
        zoom.set(next.scale());
        zoomLabel.setText(Math.round(next.scale() * 100) + " %");
    }

    /// Pictures of cards are sharp on whole pixels only.
    private double pixel(double at) {
        return scenery.isStill() ? canvas.snapPositionX(at) : at;
    }

    /// Looks at the drawing from nearer or further away, as one step of many: what costs time waits for the last of them.
    void zoom(Spot at, double factor) {
        scenery.zooming();
        look(camera.zoomed(at, factor));
        settling.playFromStart();
    }

    private void settle() {
        if (!scenery.settle()) {
            settling.playFrom(SETTLED.subtract(FRAME));
        }
        look(camera);
    }

    private void centre(Spot at) {
        var now = camera.screen(at);
        look(camera.moved(width() / 2 - now.x(), height() / 2 - now.y()));
    }

    /// Shows the whole drawing; before the canvas has a size, as soon as it has one.
    void fit() {
        if (!hasSize()) {
            fitLater = true;
        } else if (!model.drawing().stages().isEmpty()) {
            look(Camera.showing(model.drawing().layout().bounds(), width(), height()));
        }
    }

    /// Shows all of this part of the drawing.
    void fit(Box box) {
        reveal(Camera.showing(box, width(), height()), box);
    }

    /// Shows a drawing that has just been opened: all of it where that stays legible, otherwise where it begins.
    void begin() {
        fit();
        if (!fitLater && camera.scale() < LEGIBLE) {
            look(Camera.beginning(model.drawing().layout().bounds(), height(), NEAR));
        }
        opened = fitLater ? null : camera;
    }

    /// Brings a part of the drawing into view, beside the map and not under it.
    void reveal(Box box) {
        reveal(camera, box);
    }

    private void reveal(Camera from, Box box) {
        var next = from.revealing(box, width(), height());
        look(
                mapToggle.isOn() && mapHelps(next)
                        ? from.revealing(box, width(), height(), mapBox())
                        : next);
    }

    /// Brings a part of the drawing into view, near enough to be read; what can be read where it is stays there.
    void bring(Box box) {
        if (!isSeen(box)) {
            reveal(near(box), box);
        }
    }

    private boolean isSeen(Box box) {
        var at = camera.shown(box);
        return camera.scale() >= LEGIBLE
                && new Box(0, 0, width(), height()).contains(at)
                && !(map.isVisible() && at.meets(mapBox()));
    }

    private Camera near(Box box) {
        return camera.scale() < LEGIBLE
                ? camera.zoomed(camera.screen(box.centre()), NEAR / camera.scale())
                : camera;
    }

    private void showMap() {
        boolean helps = map.isPressed() || mapHelps(camera);
        boolean shows = helps && mapToggle.isOn();
        mapToggle.setVisible(helps);
        if (map.isVisible() != shows) {
            map.setVisible(shows);
            canvas.requestLayout();
        }
    }

    /// A map of nothing helps nobody, nor does one of what is all in sight; in a narrow window it would hide what it shows.
    private boolean mapHelps(Camera from) {
        return !model.drawing().stages().isEmpty()
                && width() >= ROOM_FOR_MAP.x()
                && height() >= ROOM_FOR_MAP.y()
                && !from.view(width(), height()).contains(model.drawing().layout().bounds());
    }

    private Box mapBox() {
        return new Box(
                width() - map.getPrefWidth() - EDGE,
                height() - map.getPrefHeight() - EDGE,
                map.getPrefWidth(),
                map.getPrefHeight());
    }

    /// Puts map and scale where they belong.
    void layout() {
        dots.show(camera, width(), height());
        var at = mapBox();
        map.resizeRelocate(at.x(), at.y(), at.width(), at.height());
        mapToggle.autosize();
        mapToggle.relocate(
                at.right() - mapToggle.getWidth() - (map.isVisible() ? 3 : 0),
                map.isVisible() ? at.y() + 3 : height() - EDGE - mapToggle.getHeight());
        zoomLabel.autosize();
        zoomLabel.relocate(
                (map.isVisible()
                                ? at.x()
                                : mapToggle.isVisible() ? mapToggle.getLayoutX() : width() - 4)
                        - zoomLabel.getWidth()
                        - 12,
                height() - zoomLabel.getHeight() - 18);
    }
}
