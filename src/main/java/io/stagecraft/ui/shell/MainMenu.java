package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Icons;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import java.nio.file.Path;
import java.util.function.Consumer;

/// The menu at the left end of the bar: everything that the window can do.
final class MainMenu {
    private MainMenu() {}

    static MenuButton button(
            Commands commands, DocumentViewModel document, Consumer<Path> openRecent) {
        var button = new MenuButton("", Icons.node("menu", 18));
        button.setId("menu");
        button.setTooltip(new Tooltip("Menu"));
        button.getStyleClass().addAll("flat", "no-arrow", "icon-only");
        // fifty items that nobody sees until then would hold the first frame up
        button.setOnShowing(_ -> {
            if (button.getItems().isEmpty()) {
                fill(button, commands, document, openRecent);
            }
        });
        return button;
    }

    private static void fill(
            MenuButton button,
            Commands commands,
            DocumentViewModel document,
            Consumer<Path> openRecent) {
        commands.menus()
                .forEach((title, entries) -> {
                    var menu = new Menu(title);
                    entries.forEach(c -> menu.getItems().add(item(c)));
                    if (title.equals("File")) {
                        menu.getItems().add(new SeparatorMenuItem());
                        menu.getItems().add(recent(document, openRecent));
                    }
                    button.getItems().add(menu);
                });
    }

    private static Menu recent(DocumentViewModel document, Consumer<Path> open) {
        var menu = new Menu("Open recent", Icons.node("history", 16));
        document.recentProperty()
                .subscribe(files -> {
                    menu.getItems()
                            .setAll(
                                    files.stream()
                                            .map(f -> {
                                                var item = new MenuItem(f.toString());
                                                item.setMnemonicParsing(false);
                                                item.setOnAction(_ -> open.accept(f));
                                                return item;
                                            })
                                            .toList());
                    menu.setDisable(files.isEmpty());
                });
        return menu;
    }

    /// An entry that does what a command does, as long as that is possible.
    static MenuItem item(Command command) {
        var item = new MenuItem();
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false);
        item.setGraphic(Icons.node(command.icon(), 16));
        item.textProperty().bind(command.title());
        item.disableProperty()
                .bind(Bindings.not(BooleanExpression.booleanExpression(command.enabled())));
        item.setOnAction(_ -> command.run());
        // shown, not registered: the window hears the keys once, for all commands
        command.keys().ifPresent(item::setAccelerator);
        return item;
    }
}
