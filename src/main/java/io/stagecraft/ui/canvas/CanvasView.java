package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.KeyHelp;
import io.stagecraft.ui.Selection;
import io.stagecraft.validate.About;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;

/// The canvas: a world of shapes that is moved and scaled as one, with minimap, zoom and small editors above it.
///
/// It hears the mouse itself and asks the drawing, not the nodes, what is under the pointer.
public final class CanvasView extends Pane implements CanvasCommands {
    private static final double STEP = 1.25;
    private static final double BELOW_CARD = 64; // approve and reject, or why it failed

    private final CanvasViewModel model;
    private final CardFooter footer;
    private final Scenery scenery;
    private final Overlay overlay = new Overlay();
    private final Lens lens;
    private final EmptyHint empty;
    private final HoverTip tip = new HoverTip();
    private final Popups popups;
    private final InPlace inPlace;
    private final CanvasMouse mouse;
    private final CanvasKeys keys;
    private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

    public CanvasView(CanvasViewModel model) {
        this.model = model;
        popups = new Popups(this);
        inPlace = new InPlace(this, model, popups);
        footer = new CardFooter(model, inPlace::ask);
        scenery = new Scenery(footer, model::now);
        lens = new Lens(this, model, scenery, overlay);
        empty = new EmptyHint(this::quickAdd);
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Canvas");
        getChildren().addAll(lens.ground(), lens.world(), empty);
        getChildren().addAll(lens.aids());
        getChildren().add(tip);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        mouse = new CanvasMouse(this, model, new Gestures(model, overlay, () -> camera().scale()));
        keys = new CanvasKeys(this, model, mouse);
        keys.listen();
        ticking.setCycleCount(Animation.INDEFINITE);
        listen();
        look(lens.camera());
    }

    private void listen() {
        model.drawingProperty().subscribe(this::show);
        model.selectionProperty().subscribe(this::select);
        model.askedProperty().subscribe(asked -> asked.ifPresent(this::reveal));
        sceneProperty().subscribe(_ -> pace());
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> lens.used());
                        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> typed());
                    }
                });
        layoutBoundsProperty().subscribe(_ -> lens.resized());
    }

    private void typed() {
        lens.used();
        tip.hide();
    }

    private void show(Drawing drawing) {
        mouse.redrawn();
        scenery.show(drawing);
        empty.setVisible(drawing.stages().isEmpty());
        lens.show(drawing);
        pace();
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
        box(item).ifPresent(lens::reveal);
    }

    /// Brings a card and what hangs below it into view, near enough to be read and answered; the selection stays. What
    /// can be seen as it is stays where the person has it.
    public void bring(ActionId action) {
        box(new Selection.OfAction(action))
                .map(b -> b.with(new Box(b.x(), b.bottom(), b.width(), BELOW_CARD)))
                .ifPresent(lens::bring);
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
        return lens.camera();
    }

    void look(Camera next) {
        tip.hide(); // what it described is elsewhere now
        lens.look(next);
    }

    /// See [Lens#zoom].
    void zoom(Spot at, double factor) {
        tip.hide();
        lens.zoom(at, factor);
    }

    Spot worldAt(double sceneX, double sceneY) {
        Point2D local = sceneToLocal(sceneX, sceneY);
        return camera().world(new Spot(local.getX(), local.getY()));
    }

    Scenery scenery() {
        return scenery;
    }

    Dots dots() {
        return lens.ground();
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
        lens.layout();
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
        return lens.zoomProperty();
    }

    @Override
    public void zoomIn() {
        look(camera().zoomed(middle(), STEP));
    }

    @Override
    public void zoomOut() {
        look(camera().zoomed(middle(), 1 / STEP));
    }

    @Override
    public void zoomActual() {
        look(camera().zoomed(middle(), 1 / camera().scale()));
    }

    private Spot middle() {
        return new Spot(getWidth() / 2, getHeight() / 2);
    }

    @Override
    public void fit() {
        lens.fit();
    }

    @Override
    public void begin() {
        lens.begin();
    }

    @Override
    public Runnable keep() {
        var kept = camera();
        return () -> look(kept);
    }

    /// Shows what is selected; all where nothing is.
    @Override
    public void fitSelection() {
        model.selection().items().stream()
                .flatMap(i -> box(i).stream())
                .reduce(Box::with)
                .ifPresentOrElse(lens::fit, lens::fit);
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
        inPlace.type();
    }

    void wire() {
        inPlace.artifact();
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
        inPlace.name(item);
    }

    void toggle(Selection.OfTransition gate) {
        inPlace.toggle(gate);
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
