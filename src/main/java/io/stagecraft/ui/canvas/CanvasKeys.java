package io.stagecraft.ui.canvas;

import io.stagecraft.ui.Selection;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Comparator;
import java.util.Optional;

/// What the keyboard does on the canvas: all that the mouse can.
final class CanvasKeys {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final CanvasMouse mouse;
    private boolean opened;

    CanvasKeys(CanvasView view, CanvasViewModel model, CanvasMouse mouse) {
        this.view = view;
        this.model = model;
        this.mouse = mouse;
    }

    void listen() {
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        view.addEventFilter(
                KeyEvent.KEY_RELEASED,
                e -> {
                    if (e.getCode() == KeyCode.SPACE) {
                        mouse.space(false);
                    }
                });
    }

    /// The letter that opened a list is not yet the first of a search.
    private void typed(KeyEvent event) {
        if (opened) {
            event.consume();
        }
        opened = false;
    }

    private void pressed(KeyEvent event) {
        opened = false;
        if (view.popups().holds(event.getTarget())
                || event.getTarget() instanceof javafx.scene.control.Control) {
            return;
        }
        if (handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        if (event.isShortcutDown()) {
            return shortcut(event);
        }
        if (event.isAltDown()) {
            return nudged(event);
        }
        switch (event.getCode()) {
            case ESCAPE -> escape();
            case DELETE, BACK_SPACE -> view.deleteSelection();
            case INSERT -> view.quickAdd();
            case SLASH -> {
                view.quickAdd();
                opened = true;
            }
            case F2 -> view.rename();
            case F10 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                mouse.menuForSelection();
            }
            case W -> {
                view.wire();
                opened = true;
            }
            case ENTER -> enter();
            case SPACE -> {
                if (only() instanceof Selection.OfTransition gate) {
                    view.toggle(gate);
                } else {
                    mouse.space(true);
                }
            }
            case PLUS, ADD, EQUALS -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0 -> view.zoomActual();
            case DIGIT1 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                view.fitSelection();
            }
            case TAB -> {
                return step(event.isShiftDown() ? -1 : 1);
            }
            case HOME -> edge(true);
            case END -> edge(false);
            case LEFT, RIGHT, UP, DOWN -> arrow(event.getCode(), event.isShiftDown());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case A -> view.selectAll();
            case C -> view.copy();
            case X -> view.cut();
            case V -> view.paste();
            case D -> view.duplicate();
            case Z -> {
                if (event.isShiftDown()) {
                    model.redo();
                } else {
                    model.undo();
                }
            }
            case Y -> model.redo();
            case PLUS, ADD, EQUALS -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0 -> view.zoomActual();
            case DIGIT1, NUMPAD1 -> view.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean nudged(KeyEvent event) {
        var nudge =
                switch (event.getCode()) {
                    case UP -> Nudge.UP;
                    case DOWN -> Nudge.DOWN;
                    case LEFT -> event.isShiftDown() ? Nudge.EARLIER : Nudge.LEFT;
                    case RIGHT -> event.isShiftDown() ? Nudge.LATER : Nudge.RIGHT;
                    default -> null;
                };
        if (nudge == null) {
            return false;
        }
        model.nudge(nudge);
        view.focusFirst();
        return true;
    }

    private void escape() {
        if (mouse.isBusy()) {
            mouse.cancel();
        } else if (view.popups().isOpen()) {
            view.popups().close();
        } else {
            model.select(Selection.NONE);
            view.requestFocus();
        }
    }

    private void enter() {
        switch (only()) {
            case Selection.OfTransition gate -> view.toggle(gate);
            case Selection.OfAction id ->
                    model.problemsOf(id).stream().findFirst().ifPresent(p -> problems(id));
            case Selection.OfStage id ->
                    model.problemsOf(id).stream().findFirst().ifPresent(p -> problems(id));
            case Selection.OfWire _ -> {
                // nothing to open
            }
            case null -> {
                // nothing is selected
            }
        }
    }

    private void problems(Selection.Item item) {
        view.box(item)
                .map(b -> view.camera().screen(new Spot(b.x(), b.bottom() + 6)))
                .ifPresent(at -> view.popups().problems(model, item, at));
    }

    private Selection.@org.jspecify.annotations.Nullable Item only() {
        return model.selection().items().size() == 1 ? model.selection().items().getFirst() : null;
    }

    /// Tab; past either end it leaves the canvas.
    private boolean step(int by) {
        var order = view.order();
        var selected = model.selection().items();
        int at =
                selected.isEmpty() ? by > 0 ? -1 : order.size() : order.indexOf(selected.getLast());
        int next = at + by;
        if (next < 0 || next >= order.size()) {
            return false;
        }
        view.focus(order.get(next));
        return true;
    }

    private void edge(boolean first) {
        var order = view.order();
        if (!order.isEmpty()) {
            view.focus(first ? order.getFirst() : order.getLast());
        }
    }

    /// To the nearest thing in that direction; with Shift it joins the selection.
    private void arrow(KeyCode code, boolean more) {
        var selected = model.selection().items();
        if (selected.isEmpty()) {
            step(1);
            return;
        }
        view.box(selected.getLast())
                .flatMap(from -> nearest(from, code))
                .ifPresent(item -> {
                    var before = model.selection();
                    view.focus(item);
                    if (more && !before.contains(item)) {
                        model.select(before.toggled(item));
                    }
                });
    }

    private Optional<Selection.Item> nearest(Box from, KeyCode code) {
        var at = anchor(from);
        return view.order().stream()
                .filter(i -> view.box(i).filter(b -> !b.equals(from)).isPresent())
                .filter(i -> cost(at, spot(i), code) < Double.MAX_VALUE)
                .min(Comparator.comparingDouble(i -> cost(at, spot(i), code)));
    }

    private Spot spot(Selection.Item item) {
        return view.box(item).map(CanvasKeys::anchor).orElseThrow();
    }

    /// A stage counts as its header, so that Up from its first row leads there.
    private static Spot anchor(Box box) {
        return new Spot(box.centre().x(), box.y() + Math.min(box.height() / 2, 32));
    }

    private static double cost(Spot from, Spot to, KeyCode code) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double along =
                switch (code) {
                    case LEFT -> -dx;
                    case RIGHT -> dx;
                    case UP -> -dy;
                    default -> dy;
                };
        double across = code == KeyCode.LEFT || code == KeyCode.RIGHT ? dy : dx;
        return along < 1 ? Double.MAX_VALUE : along + 3 * Math.abs(across);
    }
}
