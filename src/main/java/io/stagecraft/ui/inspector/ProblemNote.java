package io.stagecraft.ui.inspector;

import io.stagecraft.ui.kit.Icons;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.function.Consumer;

/// A problem where it is: what is wrong, and a link per way to mend it.
final class ProblemNote {
    private ProblemNote() {}

    static Node of(Problem problem, Consumer<Fix> accept) {
        var message = new Label(problem.message());
        message.setWrapText(true);
        message.setTooltip(new Tooltip(problem.rule().id() + ": " + problem.rule().why()));
        var fixes = new FlowPane(10, 2);
        for (var fix : problem.fixes()) {
            var link = new Hyperlink(fix.label());
            link.getStyleClass().add("strong");
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> accept.accept(fix));
            fixes.getChildren().add(link);
        }
        fixes.setManaged(!problem.fixes().isEmpty());
        var texts = new VBox(2, message, fixes);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var icon =
                switch (problem.rule().severity()) {
                    case ERROR -> "octagon-alert";
                    case WARNING -> "triangle-alert";
                    case HINT -> "lightbulb";
                };
        var row = new HBox(6, Icons.node(icon, 14), texts);
        row.getStyleClass()
                .addAll("field-problem", problem.rule().severity().name().toLowerCase(Locale.ROOT));
        return row;
    }
}
