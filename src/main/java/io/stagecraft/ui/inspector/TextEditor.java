package io.stagecraft.ui.inspector;

import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A text whose words go into the design on Enter or when the focus leaves: one edit, however many letters.
final class TextEditor implements Editor {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination COMMIT = KeyCombination.valueOf("Shortcut+Enter");

    private final TextInputControl control;
    private final Workspace workspace;
    private final Supplier<String> read;
    private final Consumer<String> write;
    private String known = "";
    private Design seen;

    TextEditor(
            TextInputControl control,
            Workspace workspace,
            Supplier<String> read,
            Consumer<String> write) {
        this.control = control;
        this.workspace = workspace;
        this.read = read;
        this.write = write;
        seen = workspace.design();
        control.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is && isAbout()) {
                        commit();
                    }
                });
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::hear);
    }

    /// One line.
    static TextEditor line(Workspace workspace, Supplier<String> read, Consumer<String> write) {
        return new TextEditor(new TextField(), workspace, read, write);
    }

    /// Several lines, `rows` of them showing.
    static TextEditor lines(
            int rows, Workspace workspace, Supplier<String> read, Consumer<String> write) {
        var area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(false);
        return new TextEditor(area, workspace, read, write);
    }

    TextEditor prompt(String words) {
        control.setPromptText(words);
        return this;
    }

    TextEditor mono() {
        control.getStyleClass().add("mono");
        return this;
    }

    @Override
    public TextInputControl node() {
        return control;
    }

    /// Whether it still stands for what it was made for: a field that goes away because rows above it came or went would write
    /// into another row.
    private boolean isAbout() {
        return control.getScene() != null || seen == workspace.design();
    }

    @Override
    public void refresh() {
        seen = workspace.design();
        var now = read.get();
        if (!now.equals(known)) {
            known = now;
            if (!now.equals(control.getText())) {
                int caret = control.getCaretPosition();
                control.setText(now);
                control.positionCaret(Math.min(caret, now.length()));
            }
        }
    }

    private void hear(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && (control instanceof TextField || COMMIT.match(key))) {
            commit();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !control.getText().equals(known)) {
            control.setText(known);
            key.consume();
        } else if (control.getText().equals(known)) {
            // nothing typed that the field itself could take back: Undo means the design
            if (REDO.match(key)) {
                workspace.redo();
                key.consume();
            } else if (UNDO.match(key)) {
                workspace.undo();
                key.consume();
            }
        }
    }

    private void commit() {
        var text = control.getText();
        if (!text.equals(known)) {
            known = text;
            write.accept(text);
            refresh();
        }
    }
}
