package io.stagecraft.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;

/// Every command that has a key, by menu, and what the canvas understands beside them.
final class ShortcutSheet extends VBox {
    private static final List<String[]> CANVAS =
            List.of(
                    new String[] {"Move between cards", "Arrows"},
                    new String[] {"Select more", "Shift"},
                    new String[] {"Pan", "Space + drag"},
                    new String[] {"Zoom at the pointer", "Ctrl + wheel"});

    ShortcutSheet(Map<String, List<Command>> menus) {
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
        CANVAS.forEach(line -> canvas.getChildren().add(row(line[0], line[1])));
        columns.getChildren().add(canvas);
        getChildren().addAll(title, columns);
        setFocusTraversable(true);
    }

    private static String plain(Command command) {
        var title = command.title().getValue();
        int quote = title.indexOf('“');
        return quote < 0 ? title : title.substring(0, quote).strip();
    }

    private static VBox column(String head) {
        var label = new Label(head.toUpperCase(java.util.Locale.ROOT));
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
