package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.ui.inspector.CompanionChoices.Choice;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A resource beside the pipeline: one that comes with it, a new one, or somebody else's by its name or ARN.
final class CompanionEditor implements Editor {
    private static final String NEW = "+new";
    private static final String OTHER = "+other";

    private final SettingsForm model;
    private final FieldSpec field;
    private final ChoiceEditor<Choice> choice;
    private final TextEditor text;
    private final Hyperlink open = new Hyperlink();
    private final VBox box = new VBox(4);
    private boolean typing;

    /// @param plain makes the editor for somebody else's resource
    CompanionEditor(SettingsForm model, FieldSpec field, Function<FieldSpec, TextEditor> plain) {
        this.model = model;
        this.field = field;
        choice = new ChoiceEditor<>(this::choices, Choice::words, this::chosen, this::choose);
        choice.prompt("Choose");
        text = plain.apply(field);
        text.prompt(
                field.companion().orElseThrow().form() == FieldSpec.Form.ARN
                        ? "arn:aws:…"
                        : "Its name");
        open.setMnemonicParsing(false);
        open.setOnAction(_ -> CompanionChoices.open(model.workspace(), model.setting(field.key())));
        box.getChildren().addAll(choice.node(), text.node(), new HBox(open));
        box.setFillWidth(true);
    }

    private List<Choice> choices() {
        var all =
                new ArrayList<>(
                        CompanionChoices.of(
                                model.design(), field.companion().orElseThrow().kind()));
        all.add(new Choice(NEW, "Create a new one with the pipeline"));
        all.add(new Choice(OTHER, "Use existing…"));
        return all;
    }

    private Optional<Choice> chosen() {
        var value = model.setting(field.key());
        var shown = value.isEmpty() && !typing ? value : isRef(value) ? value : OTHER;
        return choices().stream().filter(c -> c.value().equals(shown)).findFirst();
    }

    private static boolean isRef(String value) {
        return CompanionRef.in(value).isPresent();
    }

    private void choose(Choice choice) {
        typing = choice.value().equals(OTHER);
        switch (choice.value()) {
            case NEW -> model.create(field);
            case OTHER -> {
                if (isRef(model.setting(field.key()))) {
                    model.set(field.key(), "");
                }
                refresh();
                text.focus();
            }
            default -> model.set(field.key(), choice.value());
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void focus() {
        choice.focus();
    }

    @Override
    public void refresh() {
        var value = model.setting(field.key());
        choice.refresh();
        boolean other = typing || !value.isEmpty() && !isRef(value);
        text.node().setVisible(other);
        text.node().setManaged(other);
        text.refresh();
        var name = CompanionRef.in(value).filter(n -> model.design().companion(n).isPresent());
        open.setText(name.map(n -> "Edit " + n).orElse(""));
        open.getParent().setVisible(name.isPresent());
        open.getParent().setManaged(name.isPresent());
    }
}
