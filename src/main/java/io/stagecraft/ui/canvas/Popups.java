package io.stagecraft.ui.canvas;

import io.stagecraft.ui.Selection;
import io.stagecraft.validate.Problem;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The small things that open over the canvas, at most one at a time: a line of text, a list to choose from, what is
/// wrong with a card.
final class Popups {
    private static final double WORDS = 24;
    private static final double LETTER = 7.5; // wider than the letters of the interface are

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
    boolean holds(@Nullable Object target) {
        for (var node = target instanceof Node n ? n : null;
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
        var start = region.localToParent(0, 0);
        var size = region.localToParent(region.getWidth(), region.getHeight()).subtract(start);
        region.relocate(
                Math.clamp(x, 8, Math.max(8, view.getWidth() - size.getX() - 8)),
                Math.clamp(y, 8, Math.max(8, view.getHeight() - size.getY() - 8)));
    }

    void layout() {
        open.ifPresent(Region::autosize);
    }

    /// Changes a line of text; Enter takes it, Esc or a click elsewhere does not.
    ///
    /// @param width on the screen
    /// @param size how much larger than usual it is drawn
    void rename(Spot at, double width, double size, String start, Consumer<String> then) {
        var field = field(width / size, then);
        field.setText(start);
        put(field, at, size);
        field.requestFocus();
        field.selectAll();
        leave(field);
    }

    /// Asks for a line of text; Enter or OK takes it, Esc, Cancel or a click elsewhere does not.
    ///
    /// @param size how much larger than usual it is drawn
    void ask(Spot at, double size, String prompt, Consumer<String> then) {
        var field = field(Math.max(200, WORDS + LETTER * prompt.length()), then);
        field.setPromptText(prompt);
        var ok = button("OK", "canvas-input-ok", () -> take(field, then));
        ok.getStyleClass().add("accent");
        var row = new HBox(6, field, ok, button("Cancel", "canvas-input-cancel", this::close));
        row.getStyleClass().add("canvas-question");
        row.setAlignment(Pos.CENTER_LEFT);
        put(row, at, size);
        field.requestFocus();
        leave(row);
    }

    private TextField field(double width, Consumer<String> then) {
        var field = new TextField();
        field.setId("canvas-input");
        field.getStyleClass().add("canvas-input");
        field.setPrefWidth(width);
        field.setMinWidth(width);
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        take(field, then);
                    }
                });
        return field;
    }

    private void take(TextField field, Consumer<String> then) {
        close();
        then.accept(field.getText());
    }

    private static Button button(String words, String id, Runnable work) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    private void put(Region region, Spot at, double size) {
        region.getTransforms().setAll(new Scale(size, size));
        region.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        close();
                    }
                });
        show(region, at.x(), at.y());
    }

    /// Closes it when the focus goes elsewhere.
    private void leave(Region region) {
        region.focusWithinProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && open.filter(o -> o == region).isPresent()) {
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
