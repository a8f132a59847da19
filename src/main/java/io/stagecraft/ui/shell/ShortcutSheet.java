package io.stagecraft.ui.shell;

import io.stagecraft.ui.KeyHelp;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Every command that has a key, by menu, and what the canvas understands beside them.
final class ShortcutSheet extends VBox {
    private static final int COLUMNS = 4;
    private static final double WIDE = 1240;
    private static final double PACE = 0.25;

    private final Button close = new Button("Close");
    private final ScrollPane scroll;

    ShortcutSheet(Map<String, List<Command>> menus, List<KeyHelp> onCanvas, Runnable closing) {
        getStyleClass().add("shortcuts");
        var title = new Label("Keyboard shortcuts");
        title.getStyleClass().add("title");
        var groups = new ArrayList<VBox>();
        menus.forEach((menu, commands) -> {
            var keyed = commands.stream().filter(c -> c.keys().isPresent()).toList();
            if (!keyed.isEmpty()) {
                var group = group(menu);
                keyed.forEach(c ->
                        group.getChildren().add(row(plain(c), c.keys().get().getDisplayText())));
                groups.add(group);
            }
        });
        var canvas = group("Canvas");
        onCanvas.forEach(k -> canvas.getChildren().add(row(k.words(), k.keys())));
        groups.add(canvas);
        scroll = new ScrollPane(columns(groups));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("shortcut-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::scroll);
        close.setId("shortcuts-close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> closing.run());
        var foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, scroll, foot);
    }

    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    /// Beside each other where there is room, each group in the column that is the shortest so far.
    private static FlowPane columns(List<VBox> groups) {
        var columns = Stream.generate(ShortcutSheet::column).limit(COLUMNS).toList();
        groups.forEach(group ->
                columns.stream()
                        .min(Comparator.comparingInt(ShortcutSheet::lines))
                        .ifPresent(c -> c.getChildren().add(group)));
        var pane = new FlowPane();
        pane.getStyleClass().add("shortcut-columns");
        pane.setPrefWrapLength(WIDE);
        pane.getChildren().addAll(columns);
        return pane;
    }

    private static int lines(VBox column) {
        return column.getChildren().stream()
                .mapToInt(group -> ((VBox) group).getChildren().size())
                .sum();
    }

    private static VBox column() {
        var column = new VBox();
        column.getStyleClass().add("shortcut-column");
        return column;
    }

    /// The focus stays at Close.
    private void scroll(KeyEvent key) {
        double by =
                switch (key.getCode()) {
                    case UP, PAGE_UP -> -PACE;
                    case DOWN, PAGE_DOWN -> PACE;
                    default -> 0;
                };
        if (by != 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
            key.consume();
        }
    }

    private static String plain(Command command) {
        var title = command.title().getValue();
        int quote = title.indexOf('“');
        return quote < 0 ? title : title.substring(0, quote).strip();
    }

    private static VBox group(String head) {
        var label = new Label(head.toUpperCase(Locale.ROOT));
        label.getStyleClass().add("group-head");
        var group = new VBox(label);
        group.getStyleClass().add("shortcut-group");
        return group;
    }

    private static HBox row(String words, String keys) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        var name = new Label(words);
        name.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, name, gap, key);
        row.getStyleClass().add("shortcut");
        return row;
    }
}
