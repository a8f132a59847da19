package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

import java.util.Optional;

/// `Artifact::path` in two parts: one of the inputs, and a file in it.
final class PathEditor implements Editor {
    private static final String BETWEEN = "::";

    private final SettingsForm model;
    private final FieldSpec field;
    private final ChoiceEditor<String> artifact;
    private final TextEditor path;
    private final HBox row;

    PathEditor(SettingsForm model, FieldSpec field) {
        this.model = model;
        this.field = field;
        artifact =
                new ChoiceEditor<>(
                                model::inputs,
                                a -> a,
                                () -> Optional.of(part(0)).filter(a -> !a.isEmpty()),
                                a -> write(a, part(1)))
                        .prompt("Input");
        path =
                TextEditor.line(model.workspace(), () -> part(1), text -> write(part(0), text))
                        .mono()
                        .prompt("path/in/it");
        Completion.on(path.node(), model);
        row = Forms.row(artifact.node(), path.node());
    }

    private String part(int index) {
        var text = model.setting(field.key());
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return index == 1 ? text : "";
        }
        return index == 0 ? text.substring(0, between) : text.substring(between + 2);
    }

    private void write(String input, String file) {
        var from = input.isEmpty() ? only() : input;
        model.set(field.key(), from.isEmpty() && file.isEmpty() ? "" : from + BETWEEN + file);
    }

    /// The one input there is, where somebody only wrote the path.
    private String only() {
        var inputs = model.inputs();
        return inputs.size() == 1 ? inputs.getFirst() : "";
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void focus() {
        path.focus();
    }

    @Override
    public void refresh() {
        artifact.refresh();
        path.refresh();
    }
}
