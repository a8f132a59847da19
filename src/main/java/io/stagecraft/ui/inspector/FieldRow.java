package io.stagecraft.ui.inspector;

import atlantafx.base.controls.Popover;

import io.stagecraft.ui.kit.Icons;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A field of a form: label, control, what its text means, and what is wrong with it.
final class FieldRow extends VBox implements Editor {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Editor editor;
    private final HBox head = new HBox();
    private final Label star = new Label("*");
    private final Label note = new Label();
    private final VBox wrong = new VBox();
    private BooleanSupplier required = () -> false;
    private Supplier<String> words = () -> "";
    private Supplier<List<Problem>> problems = List::of;
    private Consumer<Fix> accept = _ -> {};
    private List<Problem> shown = List.of();

    FieldRow(String id, String label, Editor editor) {
        this.editor = editor;
        setId("field-" + id);
        getStyleClass().add("field");
        var title = new Label(label);
        title.getStyleClass().add("field-label");
        title.setLabelFor(editor.node());
        star.getStyleClass().add("field-required");
        star.setAccessibleText("required");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("field-head");
        head.getChildren().addAll(title, star, gap);
        show(head, !label.isEmpty());
        note.getStyleClass().add("secondary");
        note.setWrapText(true);
        wrong.getStyleClass().add("field-problems");
        editor.node().setAccessibleHelp(label);
        getChildren().addAll(head, editor.node(), note, wrong);
        setFillWidth(true);
    }

    /// @param source the page that says more; empty for none
    FieldRow help(String help, String source, Consumer<String> browse) {
        var button = new Button("?");
        button.getStyleClass().addAll("flat", "field-help");
        button.setFocusTraversable(false);
        button.setAccessibleText("Help: " + help);
        button.setOnAction(_ -> {
            var text = new Label(help);
            text.setWrapText(true);
            text.setMaxWidth(260);
            var content = new VBox(8, text);
            if (!source.isEmpty()) {
                var link = new Hyperlink("AWS documentation", Icons.node("external-link", 12));
                link.setOnAction(_ -> browse.accept(source));
                content.getChildren().add(link);
            }
            content.getStyleClass().add("help");
            var popover = new Popover(content);
            popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
            popover.show(button);
        });
        head.getChildren().add(button);
        return this;
    }

    FieldRow required(BooleanSupplier when) {
        required = when;
        return this;
    }

    /// What stands below in small letters, such as who makes a variable.
    FieldRow note(Supplier<String> text) {
        words = text;
        return this;
    }

    FieldRow problems(Supplier<List<Problem>> found, Consumer<Fix> fix) {
        problems = found;
        accept = fix;
        return this;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focus() {
        editor.focus();
    }

    @Override
    public void refresh() {
        editor.refresh();
        show(star, required.getAsBoolean());
        note.setText(words.get());
        show(note, !note.getText().isEmpty());
        var found = problems.get();
        if (!found.equals(shown)) {
            shown = found;
            wrong.getChildren().setAll(found.stream().map(p -> ProblemNote.of(p, accept)).toList());
        }
        show(wrong, !found.isEmpty());
        pseudoClassStateChanged(ERROR, has(found, Severity.ERROR));
        pseudoClassStateChanged(WARNING, has(found, Severity.WARNING));
    }

    private static boolean has(List<Problem> found, Severity severity) {
        return found.stream().anyMatch(p -> p.rule().severity() == severity);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
