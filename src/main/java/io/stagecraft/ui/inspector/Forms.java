package io.stagecraft.ui.inspector;

import io.stagecraft.ui.kit.Icons;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Small parts that all forms are made of.
final class Forms {
    private Forms() {}

    static Label head(String words) {
        var label = new Label(words.toUpperCase(Locale.ROOT));
        label.getStyleClass().addAll("group-head", "form-head");
        return label;
    }

    /// Words in small letters over the whole width.
    static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }

    static Button add(String id, String words, Runnable work) {
        return button(id, words, "plus", work);
    }

    /// At the end of a form: takes away what the form is about.
    static Button drop(String id, String words, Runnable work) {
        return button(id, words, "trash-2", work);
    }

    private static Button button(String id, String words, String icon, Runnable work) {
        var button = new Button(words, Icons.node(icon, 14));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "small", "form-add");
        button.setOnAction(_ -> work.run());
        return button;
    }

    static Button remove(String what, Runnable work) {
        var button = new Button("", Icons.node("x", 14));
        button.getStyleClass().addAll("flat", "icon-only", "small");
        button.setTooltip(new Tooltip("Remove " + what));
        button.setAccessibleText("Remove " + what);
        button.setOnAction(_ -> work.run());
        return button;
    }

    /// Controls side by side that share the width.
    static HBox row(Node... nodes) {
        var row = new HBox(6, nodes);
        row.getStyleClass().add("form-row");
        for (var node : nodes) {
            if (node instanceof Region region && !(node instanceof Button)) {
                HBox.setHgrow(region, Priority.ALWAYS);
                region.setMinWidth(0);
                region.setPrefWidth(60);
                region.setMaxWidth(Double.MAX_VALUE);
            }
        }
        return row;
    }

    /// `a, b, c` as a list; empty parts fall out.
    static List<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    /// A whole number of up to six digits.
    static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(text.strip()))
                : Optional.empty();
    }

    static String text(List<String> list) {
        return String.join(", ", list);
    }
}
