package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.KeyHelp;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.PickList.Choice;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.validate.About;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The canvas: a world of shapes that is moved and scaled as one, with minimap, zoom and small editors above it.
///
/// It hears the mouse itself and asks the drawing, not the nodes, what is under the pointer.
public final class CanvasView extends Pane implements CanvasCommands {
    private static final double STEP = 1.25;
    private static final Box NOWHERE =
            new Box(-1e9, -1e9, 0, 0); // until the canvas has a size, nothing is in sight
    private static final Duration FRAME = Duration.millis(16);
    private static final Duration SETTLED = Duration.millis(200); // after the last step of a wheel
    private static final double LEGIBLE = 0.5; // names have 9 pixels there
    private static final double NEAR = 0.8;
    private static final double EDGE = 16;
    private static final double BELOW_CARD = 64; // approve and reject, or why it failed
    private static final Spot ROOM_FOR_MAP = new Spot(480, 280);

    private final CanvasViewModel model;
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();
    private final CardFooter footer;
    private final Scenery scenery;
    private final Overlay overlay = new Overlay();
    private final Group world = new Group();
    private final Dots dots = new Dots();
    private final MiniMap map = new MiniMap(this::centre);
    private final MapToggle mapToggle = new MapToggle(this::showMap);
    private final Label zoomLabel = new Label("100 %");
    private final EmptyHint empty;
    private final HoverTip tip = new HoverTip();
    private final Popups popups;
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private Camera camera = Camera.START;
    private boolean fitLater;
    private @Nullable Camera opened; // as a design was shown first, until somebody does something

    public CanvasView(CanvasViewModel model) {
        this.model = model;
        popups = new Popups(this);
        footer = new CardFooter(model, this::ask);
        scenery = new Scenery(footer, model::now);
        scenery.look(NOWHERE);
        empty = new EmptyHint(this::quickAdd);
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Canvas");
        zoomLabel.setId("zoom-label");
        zoomLabel.getStyleClass().add("zoom-label");
        zoomLabel.setMouseTransparent(true);
        world.getTransforms().addAll(translate, scale);
        world.getChildren().addAll(scenery, overlay);
        world.setManaged(
                false); // what comes into sight makes it larger, and that moves nothing else
        getChildren().addAll(dots, world, empty, zoomLabel, map, mapToggle, tip);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        mouse = new CanvasMouse(this, model, new Gestures(model, overlay, () -> camera.scale()));
        keys = new CanvasKeys(this, model, mouse);
        keys.listen();
        ticking.setCycleCount(Animation.INDEFINITE);
        settling.setOnFinished(_ -> settle());
        listen();
        look(camera);
    }

    private void listen() {
        model.drawingProperty().subscribe(this::show);
        model.selectionProperty().subscribe(this::select);
        model.askedProperty().subscribe(asked -> asked.ifPresent(this::reveal));
        sceneProperty().subscribe(_ -> pace());
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> opened = null);
                        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> opened = null);
                    }
                });
        layoutBoundsProperty().subscribe(_ -> resized());
    }

    private void resized() {
        showMap();
        if (fitLater && getWidth() > 0 && getHeight() > 0) {
            fitLater = false;
            begin();
        } else if (camera.equals(opened)) {
            begin(); // the window was still finding its size
        } else {
            look(camera);
        }
    }

    private void show(Drawing drawing) {
        mouse.redrawn();
        scenery.show(drawing);
        map.show(drawing.layout());
        map.look(camera.view(getWidth(), getHeight()));
        boolean none = drawing.stages().isEmpty();
        empty.setVisible(none);
        showMap();
        zoomLabel.setVisible(!none);
        pace();
    }

    private void showMap() {
        boolean helps = map.isPressed() || mapHelps(camera);
        boolean shows = helps && mapToggle.isOn();
        mapToggle.setVisible(helps);
        if (map.isVisible() != shows) {
            map.setVisible(shows);
            requestLayout();
        }
    }

    /// A map of nothing helps nobody, nor does one of what is all in sight; in a narrow window it would hide what it shows.
    private boolean mapHelps(Camera from) {
        return !model.drawing().stages().isEmpty()
                && getWidth() >= ROOM_FOR_MAP.x()
                && getHeight() >= ROOM_FOR_MAP.y()
                && !from.view(getWidth(), getHeight()).contains(model.drawing().layout().bounds());
    }

    /// Brings a part of the drawing into view, beside the map and not under it.
    private void reveal(Camera from, Box box) {
        var next = from.revealing(box, getWidth(), getHeight());
        look(
                mapToggle.isOn() && mapHelps(next)
                        ? from.revealing(box, getWidth(), getHeight(), mapBox())
                        : next);
    }

    private Box mapBox() {
        return new Box(
                getWidth() - map.getPrefWidth() - EDGE,
                getHeight() - map.getPrefHeight() - EDGE,
                map.getPrefWidth(),
                map.getPrefHeight());
    }

    private void select(Selection selection) {
        scenery.mark(selection);
        popups.closeNotes();
    }

    /// Times run only while something runs and somebody can see it.
    private void pace() {
        if (getScene() != null && model.isLive()) {
            ticking.play();
        } else {
            ticking.stop();
        }
    }

    void tick() {
        scenery.tick();
    }

    private void reveal(About about) {
        switch (about) {
            case About.InAction(var id) -> go(new Selection.OfAction(id));
            case About.Field(var id, _) -> go(new Selection.OfAction(id));
            case About.InStage(var id) -> go(new Selection.OfStage(id));
            case About.InGate(var id, _) -> go(new Selection.OfStage(id));
            case About.InGateRule(var id, _, _, _) -> go(new Selection.OfStage(id));
            case About.Pipeline(), About.PipelinePart(_, _) -> model.select(Selection.NONE);
        }
    }

    private void go(Selection.Item item) {
        if (!model.selection().equals(Selection.of(item))) {
            model.select(Selection.of(item));
        }
        box(item).ifPresent(b -> reveal(camera, b));
    }

    /// Brings a card and what hangs below it into view, near enough to be read and answered; the selection stays. What
    /// can be seen as it is stays where the person has it.
    public void bring(ActionId action) {
        box(new Selection.OfAction(action))
                .map(b -> b.with(new Box(b.x(), b.bottom(), b.width(), BELOW_CARD)))
                .filter(b -> !isSeen(b))
                .ifPresent(b -> reveal(near(b), b));
    }

    private boolean isSeen(Box box) {
        var at = camera.shown(box);
        return camera.scale() >= LEGIBLE
                && new Box(0, 0, getWidth(), getHeight()).contains(at)
                && !(map.isVisible() && at.meets(mapBox()));
    }

    private Camera near(Box box) {
        return camera.scale() < LEGIBLE
                ? camera.zoomed(camera.screen(box.centre()), NEAR / camera.scale())
                : camera;
    }

    /// Selects one thing, brings it into view and gives it the focus.
    void focus(Selection.Item item) {
        go(item);
        scenery.node(item).ifPresent(Node::requestFocus);
    }

    Optional<Box> box(Selection.Item item) {
        var layout = model.drawing().layout();
        return switch (item) {
            case Selection.OfAction(var id) -> layout.card(id).map(CanvasLayout.CardPlace::box);
            case Selection.OfStage(var id) -> layout.stage(id).map(CanvasLayout.StagePlace::box);
            case Selection.OfTransition(var id) ->
                    layout.stage(id)
                            .map(layout::gate)
                            .map(g -> new Box(g.x() - 12, g.y() - 12, 24, 24));
            case Selection.OfWire(var artifact, var consumer) ->
                    layout.wires().stream()
                            .filter(w -> w.artifact().equals(artifact))
                            .filter(w -> w.consumer().equals(consumer))
                            .map(w -> Box.between(w.points().getFirst(), w.points().getLast()))
                            .findFirst();
        };
    }

    Camera camera() {
        return camera;
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

    void look(Camera next) {
        camera = next;
        translate.setX(pixel(next.x()));
        translate.setY(pixel(next.y()));
        scale.setX(next.scale());
        scale.setY(next.scale());
        scenery.detail(scenery.detail().at(next.scale()));
        dots.show(next, getWidth(), getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            scenery.look(next.view(getWidth(), getHeight()));
        }
        map.look(next.view(getWidth(), getHeight()));
        showMap();
        zoom.set(next.scale());
        zoomLabel.setText(Math.round(next.scale() * 100) + " %");
    }

    /// Pictures of cards are sharp on whole pixels only.
    private double pixel(double at) {
        return scenery.isStill() ? snapPositionX(at) : at;
    }

    private void centre(Spot at) {
        var now = camera.screen(at);
        look(camera.moved(getWidth() / 2 - now.x(), getHeight() / 2 - now.y()));
    }

    Spot worldAt(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return camera.world(new Spot(local.getX(), local.getY()));
    }

    Scenery scenery() {
        return scenery;
    }

    Dots dots() {
        return dots;
    }

    CardFooter footer() {
        return footer;
    }

    Overlay overlay() {
        return overlay;
    }

    HoverTip tip() {
        return tip;
    }

    Popups popups() {
        return popups;
    }

    @Override
    protected void layoutChildren() {
        dots.show(camera, getWidth(), getHeight());
        var at = mapBox();
        map.resizeRelocate(at.x(), at.y(), at.width(), at.height());
        mapToggle.autosize();
        mapToggle.relocate(
                at.right() - mapToggle.getWidth() - (map.isVisible() ? 3 : 0),
                map.isVisible() ? at.y() + 3 : getHeight() - EDGE - mapToggle.getHeight());
        zoomLabel.autosize();
        zoomLabel.relocate(
                (map.isVisible()
                                ? at.x()
                                : mapToggle.isVisible() ? mapToggle.getLayoutX() : getWidth() - 4)
                        - zoomLabel.getWidth()
                        - 12,
                getHeight() - zoomLabel.getHeight() - 18);
        empty.resizeRelocate(
                Math.max(0, (getWidth() - 420) / 2),
                Math.max(0, (getHeight() - 240) / 2),
                420,
                240);
        popups.layout();
    }

    // What menus, toolbar and keys call.

    @Override
    public List<KeyHelp> keys() {
        return keys.help();
    }

    /// How large it is shown; 1 is 100 %.
    @Override
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    @Override
    public void zoomIn() {
        look(camera.zoomed(middle(), STEP));
    }

    @Override
    public void zoomOut() {
        look(camera.zoomed(middle(), 1 / STEP));
    }

    @Override
    public void zoomActual() {
        look(camera.zoomed(middle(), 1 / camera.scale()));
    }

    private Spot middle() {
        return new Spot(getWidth() / 2, getHeight() / 2);
    }

    /// Shows the whole drawing; before the canvas has a size, as soon as it has one.
    @Override
    public void fit() {
        if (getWidth() == 0 || getHeight() == 0) {
            fitLater = true;
        } else if (!model.drawing().stages().isEmpty()) {
            look(Camera.showing(model.drawing().layout().bounds(), getWidth(), getHeight()));
        }
    }

    /// Shows a drawing that has just been opened: all of it where that stays legible, otherwise where it begins.
    @Override
    public void begin() {
        fit();
        if (!fitLater && camera.scale() < LEGIBLE) {
            look(Camera.beginning(model.drawing().layout().bounds(), getHeight(), NEAR));
        }
        opened = fitLater ? null : camera;
    }

    @Override
    public Runnable keep() {
        var kept = camera;
        return () -> look(kept);
    }

    /// Shows what is selected; all where nothing is.
    @Override
    public void fitSelection() {
        model.selection().items().stream()
                .flatMap(i -> box(i).stream())
                .reduce(Box::with)
                .ifPresentOrElse(
                        b -> reveal(Camera.showing(b, getWidth(), getHeight()), b), this::fit);
    }

    @Override
    public void selectAll() {
        model.selectAll();
    }

    @Override
    public void deleteSelection() {
        model.deleteSelection();
        requestFocus();
    }

    @Override
    public void copy() {
        model.copy()
                .ifPresent(text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    @Override
    public void cut() {
        copy();
        deleteSelection();
    }

    @Override
    public void paste() {
        model.paste();
    }

    @Override
    public void duplicate() {
        model.duplicate();
    }

    /// Opens the list of types at the top of the canvas; what is chosen goes after the selection.
    public void quickAdd() {
        popups.pick(
                "Add an action…",
                model.types().stream().map(CanvasView::choice).toList(),
                type -> {
                    model.add(type);
                    focusFirst();
                });
    }

    private static Choice<ActionType> choice(ActionSpec spec) {
        var tile = new StackPane(Icons.node(spec.icon(), 14));
        tile.getStyleClass()
                .addAll(
                        "pick-tile",
                        "category-" + spec.type().category().name().toLowerCase(Locale.ROOT));
        return new Choice<>(spec.type(), spec.title(), spec.type().category().word(), tile);
    }

    /// Opens the list of artifacts that the selected action can take.
    void wire() {
        model.selection().actions().stream()
                .findFirst()
                .ifPresent(consumer -> {
                    var offers = model.wires().offers(consumer);
                    popups.pick(
                            "Input artifact…",
                            offers.stream().map(a -> new Choice<>(a, a, "", new Region())).toList(),
                            artifact -> {
                                model.connect(artifact, consumer);
                                focus(new Selection.OfAction(consumer));
                            });
                });
    }

    void focusFirst() {
        model.selection().items().stream().findFirst().ifPresent(this::focus);
    }

    /// Edits the name of what is selected, in place.
    @Override
    public void rename() {
        model.selection().items().stream().findFirst().ifPresent(this::rename);
    }

    void rename(Selection.Item item) {
        model.nameOf(item)
                .ifPresent(
                        name -> box(item).ifPresent(box -> rename(item, nameBox(item, box), name)));
    }

    private void rename(Selection.Item item, Box over, String name) {
        popups.rename(
                camera.screen(new Spot(over.x(), over.y())),
                Math.max(120, over.width() * camera.scale()),
                print(),
                name,
                text -> {
                    model.rename(item, text);
                    focus(item);
                });
    }

    private static Box nameBox(Selection.Item item, Box box) {
        return item instanceof Selection.OfAction
                ? new Box(box.x() + 50, box.y() + 8, box.width() - 60, 28)
                : new Box(box.x() + 8, box.y() + 8, Math.min(240, box.width() - 16), 32);
    }

    /// Opens a closed gate, or asks why and closes an open one.
    void toggle(Selection.OfTransition gate) {
        if (model.isClosed(gate.into())) {
            model.open(gate.into());
            return;
        }
        box(gate)
                .ifPresent(b ->
                        ask(
                                new Box(b.x() - 90, b.bottom() + 8, 204, 32),
                                "Why is it closed?",
                                reason -> {
                                    model.close(gate.into(), reason);
                                    focus(gate);
                                }));
    }

    private void ask(Box over, String prompt, Consumer<String> then) {
        popups.ask(camera.screen(new Spot(over.x(), over.y())), print(), prompt, then);
    }

    /// Fields grow with the drawing; where it is small they stay legible.
    private double print() {
        return Math.clamp(camera.scale(), 1, 2);
    }

    @Override
    public void drag(ActionType type) {
        mouse.carry(type);
    }

    @Override
    public void add(ActionType type) {
        model.add(type);
        focusFirst();
    }

    void cursor(Cursor cursor) {
        setCursor(cursor);
    }

    List<Selection.Item> order() {
        return ReadingOrder.of(model.design());
    }
}
