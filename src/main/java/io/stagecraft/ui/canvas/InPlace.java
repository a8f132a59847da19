package io.stagecraft.ui.canvas;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionType;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.PickList.Choice;
import io.stagecraft.ui.kit.Icons;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.Locale;
import java.util.function.Consumer;

/// What the canvas asks where it stands: the type of a new action, an artifact, a name, a reason.
final class InPlace {
    private final CanvasView view;
    private final CanvasViewModel model;
    private final Popups popups;

    InPlace(CanvasView view, CanvasViewModel model, Popups popups) {
        this.view = view;
        this.model = model;
        this.popups = popups;
    }

    /// Opens the list of types at the top of the canvas; what is chosen goes after the selection.
    void type() {
        popups.pick(
                "Add an action…",
                model.types().stream().map(InPlace::choice).toList(),
                type -> {
                    model.add(type);
                    view.focusFirst();
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
    void artifact() {
        model.selection().actions().stream()
                .findFirst()
                .ifPresent(consumer -> {
                    var offers = model.wires().offers(consumer);
                    popups.pick(
                            "Input artifact…",
                            offers.stream().map(a -> new Choice<>(a, a, "", new Region())).toList(),
                            artifact -> {
                                model.connect(artifact, consumer);
                                view.focus(new Selection.OfAction(consumer));
                            });
                });
    }

    /// Edits a name where it stands.
    void name(Selection.Item item) {
        model.nameOf(item)
                .ifPresent(name ->
                        view.box(item).ifPresent(box -> name(item, nameBox(item, box), name)));
    }

    private void name(Selection.Item item, Box over, String name) {
        popups.rename(
                view.camera().screen(new Spot(over.x(), over.y())),
                Math.max(120, over.width() * view.camera().scale()),
                print(),
                name,
                text -> {
                    model.rename(item, text);
                    view.focus(item);
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
        view.box(gate)
                .ifPresent(b ->
                        ask(
                                new Box(b.x() - 90, b.bottom() + 8, 204, 32),
                                "Why is it closed?",
                                reason -> {
                                    model.close(gate.into(), reason);
                                    view.focus(gate);
                                }));
    }

    /// Asks for a line of text at this place of the drawing.
    void ask(Box over, String prompt, Consumer<String> then) {
        popups.ask(view.camera().screen(new Spot(over.x(), over.y())), print(), prompt, then);
    }

    /// Fields grow with the drawing; where it is small they stay legible.
    private double print() {
        return Math.clamp(view.camera().scale(), 1, 2);
    }
}
