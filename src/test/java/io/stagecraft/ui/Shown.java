package io.stagecraft.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/// What a window says, without its looks: the words in it from top to bottom of the scene graph, a line each.
///
/// Two machines draw a letter differently and cut a name elsewhere, so neither pixels nor the end of what is cut
/// are compared, and nor are the port of the Practice account and what the system calls its keys.
public final class Shown {
    private static final int SURELY_SHOWN = 6;

    private Shown() {}

    /// The words that can be seen; to be called on the UI thread.
    public static List<String> in(Scene scene) {
        var words = new ArrayList<String>();
        read(scene.getRoot(), words);
        return List.copyOf(words);
    }

    private static void read(Node node, List<String> into) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case TextInputControl field ->
                    add(field.getText().isEmpty() ? field.getPromptText() : field.getText(), into);
            case Labeled labeled -> {
                add(labeled.getText(), into);
                if (labeled.getGraphic() != null) {
                    read(labeled.getGraphic(), into);
                }
            }
            case Text text -> add(text.getText(), into);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(n -> read(n, into));
            default -> {}
        }
    }

    private static void add(String text, List<String> into) {
        if (text == null || text.isBlank()) {
            return;
        }
        text.lines().map(Shown::steady).filter(l -> !l.isEmpty()).forEach(into::add);
    }

    private static String steady(String line) {
        var plain =
                line.strip()
                        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1")
                        .replaceAll("(Ctrl\\+|⌘|Meta\\+)", "Ctrl+");
        return plain.endsWith("…")
                ? plain.substring(0, Math.min(SURELY_SHOWN, plain.length() - 1)) + "…"
                : plain;
    }
}
