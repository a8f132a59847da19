package io.stagecraft.ui.canvas;

import io.stagecraft.ui.Selection;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The menus under the right button and Shift+F10.
final class CanvasMenus {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final RunMenu running;
    private final TroubleMenu trouble;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenus(CanvasView view, CanvasViewModel model) {
        this.view = view;
        this.model = model;
        running = new RunMenu(view, model);
        trouble = new TroubleMenu(view, model);
        menu.setId("canvas-menu");
    }

    void openForSelection() {
        var item = model.selection().items().stream().findFirst();
        var at =
                item.flatMap(view::box)
                        .map(b -> view.camera().screen(b.centre()))
                        .orElse(new Spot(view.getWidth() / 2, view.getHeight() / 2));
        var screen = view.localToScreen(at.x(), at.y());
        if (screen != null) {
            open(item, screen.getX(), screen.getY());
        }
    }

    void open(Optional<Selection.Item> on, double screenX, double screenY) {
        on.filter(i -> !model.selection().contains(i))
                .ifPresent(i -> model.select(Selection.of(i)));
        menu.getItems().setAll(on.map(this::items).orElseGet(this::ground));
        menu.show(view, screenX, screenY);
    }

    private List<MenuItem> items(Selection.Item on) {
        return switch (on) {
            case Selection.OfAction(var id) -> {
                var items = new ArrayList<>(running.on(id));
                items.add(item("Rename", "F2", view::rename));
                items.add(item("Take an artifact…", "W", view::wire));
                items.add(item("Add after…", "Insert", view::quickAdd));
                items.add(new SeparatorMenuItem());
                items.addAll(clipboard());
                items.add(new SeparatorMenuItem());
                items.addAll(moves());
                items.addAll(trouble.on(id));
                items.add(new SeparatorMenuItem());
                items.add(item("Delete", "Delete", view::deleteSelection));
                yield items;
            }
            case Selection.OfStage(var id) -> {
                int at = model.drawing().layout().stage(id).map(s -> s.index()).orElse(0);
                var items = new ArrayList<MenuItem>();
                items.add(item("Rename", "F2", view::rename));
                items.add(item("Add action…", "Insert", view::quickAdd));
                items.add(item("Add stage before", "", () -> model.addStage(at)));
                items.add(item("Add stage after", "", () -> model.addStage(at + 1)));
                items.add(new SeparatorMenuItem());
                items.addAll(clipboard());
                items.add(new SeparatorMenuItem());
                items.add(item("Move left", "Alt+Left", () -> model.nudge(Nudge.LEFT)));
                items.add(item("Move right", "Alt+Right", () -> model.nudge(Nudge.RIGHT)));
                items.addAll(trouble.within(id));
                items.add(new SeparatorMenuItem());
                items.add(item("Delete", "Delete", view::deleteSelection));
                yield items;
            }
            case Selection.OfTransition gate ->
                    List.of(
                            item(
                                    model.isClosed(gate.into())
                                            ? "Enable transition"
                                            : "Disable transition…",
                                    "Enter",
                                    () -> view.toggle(gate)),
                            item("Add stage here…", "Insert", view::quickAdd));
            case Selection.OfWire _ ->
                    List.of(item("Remove wire", "Delete", view::deleteSelection));
        };
    }

    private List<MenuItem> ground() {
        var paste = item("Paste", "Shortcut+V", view::paste);
        paste.setDisable(!model.canPaste());
        return List.of(
                item("Add action…", "Insert", view::quickAdd),
                item("Add stage", "", () -> model.addStage(Integer.MAX_VALUE)),
                paste,
                item("Select all", "Shortcut+A", view::selectAll),
                new SeparatorMenuItem(),
                item("Show all", "Shortcut+1", view::fit));
    }

    private List<MenuItem> clipboard() {
        var paste = item("Paste", "Shortcut+V", view::paste);
        paste.setDisable(!model.canPaste());
        return List.of(
                item("Cut", "Shortcut+X", view::cut),
                item("Copy", "Shortcut+C", view::copy),
                paste,
                item("Duplicate", "Shortcut+D", view::duplicate));
    }

    private List<MenuItem> moves() {
        return List.of(
                item("Move up", "Alt+Up", () -> model.nudge(Nudge.UP)),
                item("Move down", "Alt+Down", () -> model.nudge(Nudge.DOWN)),
                item("Move to the stage before", "Alt+Left", () -> model.nudge(Nudge.LEFT)),
                item("Move to the stage after", "Alt+Right", () -> model.nudge(Nudge.RIGHT)));
    }

    /// Shows the key; the canvas itself hears it.
    static MenuItem item(String name, String key, Runnable action) {
        var item = new MenuItem(name);
        if (!key.isEmpty()) {
            item.setAccelerator(KeyCombination.keyCombination(key));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
