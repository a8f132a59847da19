package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.run.RunStatus;
import io.stagecraft.ui.canvas.Drawing.CardLook;

import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;

/// What the run on the screen asks of an action, at the head of its menu: the same that hangs under its card.
final class RunMenu {
    private final CanvasView view;
    private final CanvasViewModel model;

    RunMenu(CanvasView view, CanvasViewModel model) {
        this.view = view;
        this.model = model;
    }

    List<MenuItem> on(ActionId action) {
        var items = model.card(action).map(this::on).orElseGet(ArrayList::new);
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        return items;
    }

    private List<MenuItem> on(CardLook card) {
        var items = new ArrayList<MenuItem>();
        card.run()
                .ifPresent(run -> {
                    if (run.answerable()) {
                        items.add(item("Approve…", () -> answer(card, true)));
                        items.add(item("Reject…", () -> answer(card, false)));
                    }
                    if (run.status() == RunStatus.FAILED) {
                        items.add(item("Why?", () -> model.showFailure(card.id())));
                        items.add(item("Retry stage", () -> model.retry(card.id())));
                    }
                });
        return items;
    }

    private void answer(CardLook card, boolean approved) {
        view.bring(card.id());
        view.footer().answer(card, approved);
    }

    private static MenuItem item(String name, Runnable action) {
        return CanvasMenus.item(name, "", action);
    }
}
