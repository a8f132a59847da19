package io.stagecraft.ui.canvas;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ADD;
import static javafx.scene.input.KeyCode.BACK_SPACE;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.D;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.DIGIT1;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F10;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.INSERT;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.NUMPAD0;
import static javafx.scene.input.KeyCode.NUMPAD1;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SLASH;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.SUBTRACT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.W;
import static javafx.scene.input.KeyCode.X;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;
import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_ANY;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import io.stagecraft.ui.KeyHelp;
import io.stagecraft.ui.Selection;

import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the keyboard does on the canvas: all that the mouse can.
final class CanvasKeys {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final CanvasMouse mouse;
    private final List<Key> table;
    private boolean opened;

    CanvasKeys(CanvasView view, CanvasViewModel model, CanvasMouse mouse) {
        this.view = view;
        this.model = model;
        this.mouse = mouse;
        table = table();
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
        if (view.popups().holds(event.getTarget()) || event.getTarget() instanceof Control) {
            return;
        }
        if (handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        return table.stream()
                .filter(k -> k.keys().stream().anyMatch(c -> c.match(event)))
                .findFirst()
                .filter(k -> k.work().test(event))
                .isPresent();
    }

    /// What of it stands on the sheet of shortcuts, beside what the menus say; the mouse's keys stand there too.
    List<KeyHelp> help() {
        var mouseToo =
                Stream.of(
                        new KeyHelp("Pan", "Space + drag"),
                        new KeyHelp("Zoom at the pointer", "Ctrl + wheel"));
        return Stream.concat(
                        table.stream().filter(k -> !k.words().isEmpty()).map(Key::help), mouseToo)
                .toList();
    }

    /// All keys of the canvas, first match first: what is pressed and what the sheet says are one table.
    private List<Key> table() {
        return Stream.of(adding(), moving(), going(), zooming(), asMenus())
                .flatMap(List::stream)
                .toList();
    }

    private List<Key> adding() {
        return List.of(
                key("Add an action", () -> list(view::quickAdd), on(INSERT), on(SLASH)),
                key("Wire an input", () -> list(view::wire), on(W)),
                key("Open or close an arrow", this::enter, on(ENTER)),
                key("", this::space, on(SPACE)),
                key("Context menu", mouse::menuForSelection, on(F10, SHIFT_DOWN)),
                new Key("Cancel, or select nothing", List.of(on(ESCAPE)), _ -> escape()));
    }

    private List<Key> moving() {
        return List.of(
                move("Move a row up", Nudge.UP, on(UP, ALT_DOWN)),
                move("Move a row down", Nudge.DOWN, on(DOWN, ALT_DOWN)),
                move("Move to the stage before", Nudge.LEFT, on(LEFT, ALT_DOWN)),
                move("Move to the stage after", Nudge.RIGHT, on(RIGHT, ALT_DOWN)),
                move("Move left within its row", Nudge.EARLIER, on(LEFT, ALT_DOWN, SHIFT_DOWN)),
                move("Move right within its row", Nudge.LATER, on(RIGHT, ALT_DOWN, SHIFT_DOWN)));
    }

    private List<Key> going() {
        return List.of(
                new Key(
                        "Next, previous",
                        List.of(on(TAB), on(TAB, SHIFT_DOWN)),
                        e -> step(e.isShiftDown() ? -1 : 1)),
                key("First", () -> edge(true), on(HOME)),
                key("Last", () -> edge(false), on(END)),
                new Key(
                        "Go to what is beside",
                        List.of(on(LEFT), on(RIGHT), on(UP), on(DOWN)),
                        e -> arrow(e.getCode(), false)),
                new Key(
                        "Select that too",
                        List.of(
                                on(LEFT, SHIFT_DOWN),
                                on(RIGHT, SHIFT_DOWN),
                                on(UP, SHIFT_DOWN),
                                on(DOWN, SHIFT_DOWN)),
                        e -> arrow(e.getCode(), true)));
    }

    private List<Key> zooming() {
        return List.of(
                key("Zoom in", view::zoomIn, on(PLUS, SHIFT_ANY)),
                key("", view::zoomIn, on(ADD), on(EQUALS, SHIFT_ANY)),
                key("Zoom out", view::zoomOut, on(MINUS)),
                key("", view::zoomOut, on(SUBTRACT)),
                key("Actual size", view::zoomActual, on(DIGIT0)),
                key("", view::zoomActual, on(NUMPAD0)),
                key("Zoom to the selection", view::fitSelection, on(DIGIT1, SHIFT_DOWN)));
    }

    /// What the menus list. With Shift a letter means something else: Deploy is no duplicate.
    private List<Key> asMenus() {
        return List.of(
                key("", view::deleteSelection, on(DELETE), on(BACK_SPACE)),
                key("", view::rename, on(F2)),
                key("", view::selectAll, on(A, SHORTCUT_DOWN)),
                key("", view::copy, on(C, SHORTCUT_DOWN)),
                key("", view::cut, on(X, SHORTCUT_DOWN)),
                key("", view::paste, on(V, SHORTCUT_DOWN)),
                key("", view::duplicate, on(D, SHORTCUT_DOWN)),
                key("", model::undo, on(Z, SHORTCUT_DOWN)),
                key("", model::redo, on(Y, SHORTCUT_DOWN), on(Z, SHORTCUT_DOWN, SHIFT_DOWN)),
                key("", view::zoomIn, on(PLUS, SHORTCUT_DOWN, SHIFT_ANY), on(ADD, SHORTCUT_DOWN)),
                key("", view::zoomIn, on(EQUALS, SHORTCUT_DOWN, SHIFT_ANY)),
                key("", view::zoomOut, on(MINUS, SHORTCUT_DOWN), on(SUBTRACT, SHORTCUT_DOWN)),
                key("", view::zoomActual, on(DIGIT0, SHORTCUT_DOWN), on(NUMPAD0, SHORTCUT_DOWN)),
                key("", view::fit, on(DIGIT1, SHORTCUT_DOWN), on(NUMPAD1, SHORTCUT_DOWN)));
    }

    /// One line of the table.
    ///
    /// @param words for the sheet; empty for what stands there already
    /// @param work gives back whether the key is used up
    private record Key(String words, List<KeyCombination> keys, Predicate<KeyEvent> work) {
        KeyHelp help() {
            return new KeyHelp(
                    words,
                    isArrows()
                            ? first().substring(0, first().lastIndexOf('+') + 1) + "arrows"
                            : keys.stream().map(Key::said).collect(Collectors.joining(", ")));
        }

        /// All four, which are too many to name each.
        private boolean isArrows() {
            return keys.stream()
                            .filter(k ->
                                    k instanceof KeyCodeCombination c && c.getCode().isArrowKey())
                            .count()
                    == 4;
        }

        private String first() {
            return said(keys.getFirst());
        }

        private static String said(KeyCombination keys) {
            return keys.getDisplayText().replace("↵", "Enter");
        }
    }

    private static KeyCombination on(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    private static Key key(String words, Runnable work, KeyCombination... keys) {
        return new Key(
                words,
                List.of(keys),
                _ -> {
                    work.run();
                    return true;
                });
    }

    private Key move(String words, Nudge nudge, KeyCombination keys) {
        return key(
                words,
                () -> {
                    model.nudge(nudge);
                    view.focusFirst();
                },
                keys);
    }

    private void list(Runnable open) {
        open.run();
        opened = true;
    }

    private void space() {
        if (only() instanceof Selection.OfTransition gate) {
            view.toggle(gate);
        } else {
            mouse.space(true);
        }
    }

    /// With nothing left to cancel here, it is the window's: it ends a presentation.
    private boolean escape() {
        boolean selected = !model.selection().items().isEmpty();
        if (mouse.isBusy()) {
            mouse.cancel();
        } else if (view.popups().isOpen()) {
            view.popups().close();
        } else if (selected) {
            model.select(Selection.NONE);
            view.requestFocus();
        } else {
            return false;
        }
        return true;
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

    private Selection.@Nullable Item only() {
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
    private boolean arrow(KeyCode code, boolean more) {
        var selected = model.selection().items();
        if (selected.isEmpty()) {
            step(1);
            return true;
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
        return true;
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
