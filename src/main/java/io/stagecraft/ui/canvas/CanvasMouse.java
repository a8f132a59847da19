package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Selection;

import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import java.util.Optional;
import java.util.Set;

/// What the mouse does on the canvas. A press chooses the gesture; a drag of more than a few pixels starts it.
final class CanvasMouse {
    private static final double SLOP = 4;
    private static final double REACH = 10;

    private final CanvasView view;
    private final CanvasViewModel model;
    private final Gestures gestures;
    private final CanvasMenus menus;
    private Optional<Gesture> gesture = Optional.empty();
    private Optional<Carry> carrying = Optional.empty();
    private Optional<Design> begunOn = Optional.empty();
    private Optional<MouseEvent> pressed = Optional.empty();
    private Grip grip = new Grip.OnNothing();
    private boolean panning;
    private boolean space;
    private Spot last = new Spot(0, 0);

    CanvasMouse(CanvasView view, CanvasViewModel model, Gestures gestures) {
        this.view = view;
        this.model = model;
        this.gestures = gestures;
        menus = new CanvasMenus(view, model);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.tip().hide());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /// Whether the press belongs to a button or field on the canvas.
    private boolean isElsewhere(MouseEvent event) {
        if (view.popups().holds(event.getTarget())) {
            return true;
        }
        for (var n = event.getTarget() instanceof Node t ? t : null;
                n != null && n != view;
                n = n.getParent()) {
            if (n instanceof Control || n.getStyleClass().contains("card-footer")) {
                return true;
            }
        }
        return false;
    }

    private void press(MouseEvent event) {
        if (isElsewhere(event)) {
            return;
        }
        view.popups().close();
        view.tip().hide();
        view.requestFocus();
        pressed = Optional.of(event);
        last = new Spot(event.getX(), event.getY());
        panning = space || event.getButton() == MouseButton.MIDDLE;
        grip = gripAt(event);
        if (!panning && event.getButton() != MouseButton.MIDDLE) {
            choose(event);
        }
        begunOn = Optional.of(model.design()); // a field that lost the focus has had its say by now
    }

    private Grip gripAt(MouseEvent event) {
        return Grip.at(
                model.drawing(),
                view.camera().world(new Spot(event.getX(), event.getY())),
                REACH / Math.max(.5, view.camera().scale()));
    }

    /// A press on what is not selected selects it; on what is, it stays, so that many can be dragged.
    private void choose(MouseEvent event) {
        boolean more = event.isShiftDown() || event.isShortcutDown();
        var item = grip.item();
        if (item.isEmpty() || grip instanceof Grip.OnStage) {
            return;
        }
        if (more) {
            model.select(model.selection().toggled(item.get()));
        } else if (!model.selection().contains(item.get())) {
            model.select(Selection.of(item.get()));
        }
        view.scenery().node(item.get()).ifPresent(Node::requestFocus);
    }

    private void drag(MouseEvent event) {
        if (pressed.isEmpty()) {
            return;
        }
        var at = new Spot(event.getX(), event.getY());
        if (panning) {
            view.cursor(Cursor.CLOSED_HAND);
            view.look(view.camera().moved(at.x() - last.x(), at.y() - last.y()));
            last = at;
            return;
        }
        var start = new Spot(pressed.get().getX(), pressed.get().getY());
        if (gesture.isEmpty()
                && event.getButton() == MouseButton.PRIMARY
                && start.distance(at) >= SLOP) {
            gesture = begin(view.camera().world(start), event);
        }
        gesture.ifPresent(g -> {
            if (g.reachesOut() || isOver(at)) {
                g.move(view.camera().world(at));
            } else {
                g.cancel();
            }
        });
    }

    /// Beyond the edge nobody would see what a drop does.
    private boolean isOver(Spot at) {
        return view.getLayoutBounds().contains(at.x(), at.y());
    }

    private Optional<Gesture> begin(Spot from, MouseEvent event) {
        view.tip().hide();
        return switch (grip) {
            case Grip.OnOutput(_, var port) ->
                    Optional.of(gestures.wireOut(port.artifact(), port.at(), port.colour()));
            case Grip.OnInput(var id, var port) -> Optional.of(gestures.wireIn(id, port.at()));
            case Grip.OnCard(var id) -> Optional.of(gestures.cards(moved(id), from));
            case Grip.OnBadge(Selection.OfAction(var id)) ->
                    Optional.of(gestures.cards(moved(id), from));
            case Grip.OnHeader(var id) -> Optional.of(gestures.stage(id, from));
            case Grip.OnStage _, Grip.OnNothing() ->
                    Optional.of(
                            gestures.marquee(
                                    from,
                                    event.isShiftDown() || event.isShortcutDown()
                                            ? model.selection()
                                            : Selection.NONE));
            case Grip.OnGate _, Grip.OnWire _, Grip.OnBadge _ -> Optional.empty();
        };
    }

    private Set<ActionId> moved(ActionId under) {
        var selected = model.selection().actions();
        return selected.contains(under) ? selected : Set.of(under);
    }

    private void release(MouseEvent event) {
        if (pressed.isEmpty()) {
            return;
        }
        pressed = Optional.empty();
        view.cursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        if (panning) {
            panning = false;
        } else if (gesture.isPresent()) {
            var done = gesture.get();
            gesture = Optional.empty();
            var at = new Spot(event.getX(), event.getY());
            if (done.reachesOut() || isOver(at)) {
                done.drop(view.camera().world(at));
            } else {
                done.cancel();
            }
        } else if (event.getButton() == MouseButton.PRIMARY) {
            click(event);
        }
    }

    private void click(MouseEvent event) {
        boolean more = event.isShiftDown() || event.isShortcutDown();
        switch (grip) {
            case Grip.OnGate(var into) -> view.toggle(new Selection.OfTransition(into));
            case Grip.OnBadge(var of) ->
                    view.box(of)
                            .map(b -> view.camera().screen(new Spot(b.x(), b.bottom() + 6)))
                            .ifPresent(at -> view.popups().problems(model, of, below(of, at)));
            case Grip.OnCard _, Grip.OnHeader _ -> {
                if (event.getClickCount() == 2) {
                    grip.item().ifPresent(view::rename);
                } else if (!more) {
                    grip.item().ifPresent(i -> model.select(Selection.of(i)));
                }
            }
            case Grip.OnStage _, Grip.OnNothing() -> {
                if (!more) {
                    model.select(grip.item().map(Selection::of).orElse(Selection.NONE));
                }
            }
            case Grip.OnOutput _, Grip.OnInput _, Grip.OnWire _ -> {
                // the press has selected it
            }
        }
    }

    private Spot below(Selection.Item item, Spot at) {
        return item instanceof Selection.OfStage
                ? view.box(item)
                        .map(b -> view.camera().screen(new Spot(b.right() - 320, b.y() + 16)))
                        .orElse(at)
                : at;
    }

    private void hover(MouseEvent event) {
        var under = isElsewhere(event) ? new Grip.OnNothing() : gripAt(event);
        view.cursor(
                space
                        ? Cursor.OPEN_HAND
                        : switch (under) {
                            case Grip.OnOutput _, Grip.OnInput _ -> Cursor.CROSSHAIR;
                            case Grip.OnGate _, Grip.OnBadge _, Grip.OnWire _ -> Cursor.HAND;
                            case Grip.OnHeader _ -> Cursor.MOVE;
                            case Grip.OnCard _, Grip.OnStage _, Grip.OnNothing() -> Cursor.DEFAULT;
                        });
        view.tip().say(Tips.of(under, model.drawing()), new Spot(event.getX(), event.getY()));
    }

    private void scroll(ScrollEvent event) {
        if (view.popups().holds(event.getTarget())) {
            return;
        }
        event.consume();
        if (event.isShortcutDown()) {
            view.zoom(new Spot(event.getX(), event.getY()), Math.pow(1.0025, event.getDeltaY()));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            view.look(view.camera().moved(event.getDeltaY(), 0));
        } else {
            view.look(view.camera().moved(event.getDeltaX(), event.getDeltaY()));
        }
    }

    private void pinch(ZoomEvent event) {
        event.consume();
        view.zoom(new Spot(event.getX(), event.getY()), event.getZoomFactor());
    }

    private void menu(ContextMenuEvent event) {
        event.consume();
        if (event.isKeyboardTrigger()) {
            menus.openForSelection();
            return;
        }
        var at = view.worldAt(event.getSceneX(), event.getSceneY());
        var under = Grip.at(model.drawing(), at, REACH);
        menus.open(under.item(), event.getScreenX(), event.getScreenY());
    }

    void menuForSelection() {
        menus.openForSelection();
    }

    /// Space held: the next drag pans.
    void space(boolean held) {
        if (space != held) {
            space = held;
            view.cursor(held ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        }
    }

    boolean isBusy() {
        return gesture.isPresent();
    }

    void cancel() {
        gesture.ifPresent(Gesture::cancel);
        carrying.ifPresent(Carry::end);
        gesture = Optional.empty();
        pressed = Optional.empty();
    }

    /// Ends what was begun on another design: a key may have taken away what is carried, or where it would go.
    void redrawn() {
        boolean begun = gesture.isPresent() || (pressed.isPresent() && !panning);
        if (begun && begunOn.filter(d -> !d.equals(model.design())).isPresent()) {
            cancel();
        }
    }

    /// Carries a type from the palette: hears the scene until it is dropped or given up.
    void carry(ActionType type) {
        var scene = view.getScene();
        if (scene == null || gesture.isPresent()) {
            return;
        }
        var name =
                model.types().stream()
                        .filter(s -> s.type().equals(type))
                        .map(ActionSpec::title)
                        .findFirst()
                        .orElse(type.provider());
        var carried = gestures.fresh(type, name);
        gesture = Optional.of(carried);
        begunOn = Optional.of(model.design());
        carrying = Optional.of(new Carry(scene, carried));
        carrying.get().listen();
    }

    private final class Carry {
        private final Scene scene;
        private final Gesture carried;
        private final EventHandler<MouseEvent> dragged = this::drag;
        private final EventHandler<MouseEvent> released = this::release;
        private final EventHandler<KeyEvent> keys = this::key;

        Carry(Scene scene, Gesture carried) {
            this.scene = scene;
            this.carried = carried;
        }

        void listen() {
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }

        private void end() {
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            carrying = Optional.empty();
            gesture = Optional.empty();
        }

        private boolean isOver(MouseEvent event) {
            return view.contains(view.sceneToLocal(event.getSceneX(), event.getSceneY()));
        }

        private void drag(MouseEvent event) {
            if (isOver(event)) {
                carried.move(view.worldAt(event.getSceneX(), event.getSceneY()));
            } else {
                carried.cancel();
            }
        }

        private void release(MouseEvent event) {
            end();
            if (isOver(event)) {
                carried.drop(view.worldAt(event.getSceneX(), event.getSceneY()));
                view.focusFirst();
            } else {
                carried.cancel();
            }
        }

        private void key(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                end();
                carried.cancel();
            }
        }
    }
}
