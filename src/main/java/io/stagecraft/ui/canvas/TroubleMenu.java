package io.stagecraft.ui.canvas;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.Drawing.CardLook;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;

/// The trainer's part of the menus: break an action on purpose, and mend it. Empty where nothing can be broken.
final class TroubleMenu {
    private final CanvasView view;
    private final CanvasViewModel model;

    TroubleMenu(CanvasView view, CanvasViewModel model) {
        this.view = view;
        this.model = model;
    }

    /// For one action.
    List<MenuItem> on(ActionId action) {
        var card = model.card(action);
        if (!model.trainer().isOffered() || card.isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<MenuItem>();
        items.add(new SeparatorMenuItem());
        items.add(CanvasMenus.item("Break it…", "", () -> ask(action)));
        if (!card.get().broken().isEmpty()) {
            items.add(CanvasMenus.item("Mend it", "", () -> mend(card.get())));
        }
        return items;
    }

    /// For a stage: any action of it.
    List<MenuItem> within(StageId stage) {
        var actions = model.design().stage(stage).map(s -> s.actions()).orElse(List.of());
        if (!model.trainer().isOffered() || actions.isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<MenuItem>();
        items.add(new SeparatorMenuItem());
        var which = new Menu("Break an action");
        actions.forEach(
                a -> which.getItems().add(CanvasMenus.item(a.name() + "…", "", () -> ask(a.id()))));
        items.add(which);
        var broken =
                actions.stream()
                        .map(Action::id)
                        .flatMap(id -> model.card(id).stream())
                        .filter(c -> !c.broken().isEmpty())
                        .toList();
        if (!broken.isEmpty()) {
            items.add(CanvasMenus.item("Mend its actions", "", () -> broken.forEach(this::mend)));
        }
        return items;
    }

    private void mend(CardLook card) {
        model.trainer().mend(card.name());
    }

    private void ask(ActionId action) {
        view.focus(new Selection.OfAction(action));
        model.card(action)
                .ifPresent(card -> {
                    var box = card.box();
                    view.popups()
                            .breaking(
                                    model,
                                    card.name(),
                                    view.camera().screen(new Spot(box.right() + 12, box.y())));
                });
    }
}
