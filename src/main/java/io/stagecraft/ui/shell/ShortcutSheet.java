package io.stagecraft.ui.shell;

import io.stagecraft.ui.KeyHelp;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Every command that has a key, by menu, and what the canvas understands beside them.
final class ShortcutSheet extends VBox {
    private final Button close = new Button("Close");

    ShortcutSheet(Map<String, List<Command>> menus, List<KeyHelp> onCanvas, Runnable closing) {
        getStyleClass().add("shortcuts");
        var title = new Label("Keyboard shortcuts");
        title.getStyleClass().add("title");
        var columns = new FlowPane();
        columns.getStyleClass().add("shortcut-columns");
        menus.forEach((menu, commands) -> {
            var keyed = commands.stream().filter(c -> c.keys().isPresent()).toList();
            if (!keyed.isEmpty()) {
                var column = column(menu);
                keyed.forEach(c ->
                        column.getChildren().add(row(plain(c), c.keys().get().getDisplayText())));
                columns.getChildren().add(column);
            }
        });
        var canvas = column("Canvas");
        onCanvas.forEach(k -> canvas.getChildren().add(row(k.words(), k.keys())));
        columns.getChildren().add(canvas);
        close.setId("shortcuts-close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> closing.run());
        var foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, columns, foot);
    }

    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    private static String plain(Command command) {
        var title = command.title().getValue();
        int quote = title.indexOf('“');
        return quote < 0 ? title : title.substring(0, quote).strip();
    }

    private static VBox column(String head) {
        var label = new Label(head.toUpperCase(Locale.ROOT));
        label.getStyleClass().add("group-head");
        var column = new VBox(label);
        column.getStyleClass().add("shortcut-column");
        return column;
    }

    private static HBox row(String words, String keys) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, new Label(words), gap, key);
        row.getStyleClass().add("shortcut");
        return row;
    }
}
