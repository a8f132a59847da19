package io.stagecraft.ui.canvas;

import io.stagecraft.ui.Selection;
import io.stagecraft.validate.Problem;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The small things that open over the canvas, at most one at a time: a line of text, a list to choose from, what is
/// wrong with a card.
final class Popups {
    private final CanvasView view;
    private Optional<Region> open = Optional.empty();
    private boolean isNote;

    Popups(CanvasView view) {
        this.view = view;
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /// Whether something within a popup was hit.
    boolean holds(@org.jspecify.annotations.Nullable Object target) {
        for (var node = target instanceof javafx.scene.Node n ? n : null;
                node != null;
                node = node.getParent()) {
            if (open.isPresent() && open.get() == node) {
                return true;
            }
        }
        return false;
    }

    void close() {
        open.ifPresent(region -> {
            open = Optional.empty();
            boolean focused = region.isFocusWithin();
            view.getChildren().remove(region);
            if (focused) {
                view.requestFocus();
            }
        });
    }

    void closeNotes() {
        if (isNote) {
            close();
        }
    }

    private void show(Region region, double x, double y) {
        close();
        open = Optional.of(region);
        isNote = false;
        view.getChildren().add(region);
        region.setManaged(false);
        region.applyCss();
        region.autosize();
        region.relocate(
                Math.clamp(x, 8, Math.max(8, view.getWidth() - region.getWidth() - 8)),
                Math.clamp(y, 8, Math.max(8, view.getHeight() - region.getHeight() - 8)));
    }

    void layout() {
        open.ifPresent(Region::autosize);
    }

    /// Asks for a line of text; Enter takes it, Esc or a click elsewhere does not.
    void ask(Spot at, double width, String prompt, String start, Consumer<String> then) {
        var field = new TextField(start);
        field.setId("canvas-input");
        field.getStyleClass().add("canvas-input");
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        close();
                        then.accept(field.getText());
                    } else if (e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        close();
                    }
                });
        show(field, at.x(), at.y());
        field.requestFocus();
        field.selectAll();
        field.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && open.filter(o -> o == field).isPresent()) {
                        close();
                    }
                });
    }

    /// Asks how an action is to break, beside its card.
    void breaking(CanvasViewModel model, String action, Spot at) {
        var form = new BreakForm(model.trainer(), action, this::close);
        show(form, at.x(), at.y());
        form.open();
    }

    <T> void pick(String prompt, List<PickList.Choice<T>> choices, Consumer<T> then) {
        var list = new PickList<T>(prompt, choices, then, this::close);
        show(list, (view.getWidth() - list.getPrefWidth()) / 2, 48);
        list.open();
    }

    /// Shows what is wrong with something, with the fixes, under it.
    void problems(CanvasViewModel model, Selection.Item item, Spot at) {
        var problems = model.problemsOf(item);
        if (problems.isEmpty()) {
            return;
        }
        var box = new VBox(10);
        box.setId("problem-note");
        box.getStyleClass().add("problem-note");
        box.setPrefWidth(300);
        box.setMaxWidth(300);
        problems.stream().limit(4).forEach(p -> box.getChildren().add(problem(model, p)));
        show(box, at.x(), at.y());
        isNote = true;
    }

    private VBox problem(CanvasViewModel model, Problem problem) {
        var message = new Label(problem.message());
        message.setWrapText(true);
        message.getStyleClass()
                .add(
                        switch (problem.rule().severity()) {
                            case ERROR -> "text-failure";
                            case WARNING -> "text-warning";
                            case HINT -> "text-running";
                        });
        var links = new FlowPane(14, 2);
        for (var fix : problem.fixes()) {
            var link = new Hyperlink(fix.label());
            link.getStyleClass().add("strong");
            link.setOnAction(_ -> {
                close();
                model.accept(fix);
            });
            links.getChildren().add(link);
        }
        var why = new Hyperlink("Why?");
        why.setOnAction(_ -> message.setText(problem.message() + "\n" + problem.rule().why()));
        var there = new Hyperlink("Show");
        there.setOnAction(_ -> {
            close();
            model.show(problem.about());
        });
        links.getChildren().addAll(there, why);
        return new VBox(2, message, links);
    }
}
