package io.stagecraft.ui.shell;

import io.stagecraft.aws.Target;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.List;

/// What the bar's buttons open, and in a narrow window the menu at its end.
final class BarMenus {
    private BarMenus() {}

    /// The targets, the chosen one ticked.
    static List<MenuItem> targets(WindowActions actions) {
        return actions.targets().getValue().stream().map(t -> target(t, actions)).toList();
    }

    private static MenuItem target(Target target, WindowActions actions) {
        var item = new RadioMenuItem(target.name());
        item.setMnemonicParsing(false);
        item.setSelected(target.equals(actions.target().getValue()));
        item.setOnAction(_ -> {
            item.setSelected(true); // a second click on the present one leaves it ticked
            actions.target().setValue(target);
        });
        return item;
    }

    static Menu targetMenu(WindowActions actions) {
        var menu = new Menu("Target: " + actions.target().getValue().name());
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(targets(actions));
        return menu;
    }

    /// Presenting, and the sizes of print.
    static List<MenuItem> present(ViewCommands view) {
        var items = new ArrayList<MenuItem>();
        var present =
                new MenuItem(
                        view.presenting().get()
                                ? "End the presentation  Esc"
                                : "Present in full screen  F8");
        present.setId("present-toggle");
        present.setMnemonicParsing(false);
        present.setOnAction(_ -> view.present().run());
        items.add(present);
        items.add(new SeparatorMenuItem());
        for (var scale : ViewCommands.SCALES) {
            var item = new RadioMenuItem("Print at " + Math.round(scale * 100) + " %");
            item.setSelected(scale.equals(view.scale().get()));
            item.setOnAction(_ -> {
                item.setSelected(true);
                view.scale().set(scale);
            });
            items.add(item);
        }
        return items;
    }

    static Menu presentMenu(ViewCommands view) {
        var menu = new Menu("Present");
        menu.getItems().setAll(present(view));
        return menu;
    }
}
