package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;

import javafx.scene.control.TextInputControl;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The right control for each kind of setting.
final class SettingEditors {
    private final SettingsForm model;
    private final Consumer<String> browse;

    /// @param browse opens an address outside
    SettingEditors(SettingsForm model, Consumer<String> browse) {
        this.model = model;
        this.browse = browse;
    }

    /// The whole row of a setting.
    FieldRow row(FieldSpec field, String source) {
        var row = new FieldRow(model.id(field.key()), field.label(), editor(field));
        row.help(help(field), source, browse)
                .required(() -> model.isRequired(field))
                .note(() -> note(field))
                .problems(() -> model.problems(field.key()), model::accept);
        return row;
    }

    private static String help(FieldSpec field) {
        return field.help()
                + field.defaultValue().map(d -> "\nWhen not set: " + d + ".").orElse("")
                + (field.pattern().isPresent() ? "\nForm: " + field.pattern().get() : "");
    }

    private String note(FieldSpec field) {
        var text = model.setting(field.key());
        return switch (field.kind()) {
            case JSON -> validity(text);
            case SECRET ->
                    text.isEmpty()
                            ? "Plain text is refused here. Point at Secrets Manager: "
                                    + SecretEditor.EXAMPLE
                            : "";
            case NUMBER -> bounds(field);
            case TEXT,
                    LONG_TEXT,
                    CHOICE,
                    FLAG,
                    LIST,
                    ARN,
                    INPUT,
                    INPUT_PATH,
                    VARIABLES,
                    BUILDSPEC,
                    ZONE,
                    CRON ->
                    model.producers(text);
        };
    }

    private static String validity(String text) {
        if (text.isBlank()) {
            return "";
        }
        try {
            Json.parse(text);
            return "";
        } catch (UnreadableJson e) {
            return "Not JSON: line " + e.line() + ", column " + e.column() + ".";
        }
    }

    private static String bounds(FieldSpec field) {
        return field.min()
                .flatMap(min ->
                        field.max().map(max -> "A whole number from " + min + " to " + max + "."))
                .orElse("");
    }

    private Editor editor(FieldSpec field) {
        if (field.companion().isPresent()) {
            return new CompanionEditor(model, field, this::text);
        }
        return switch (field.kind()) {
            case TEXT, ZONE, CRON -> text(field);
            case ARN -> text(field).mono();
            case NUMBER -> text(field);
            case LONG_TEXT, BUILDSPEC -> completed(lines(field, 4));
            case JSON -> completed(lines(field, 5).mono());
            case CHOICE -> choice(field);
            case FLAG -> new FlagEditor(model, field);
            case LIST -> field.values().isEmpty() ? list(field) : chips(field);
            case INPUT -> input(field);
            case INPUT_PATH -> new PathEditor(model, field);
            case VARIABLES -> new VariablesEditor(VariablesEditor.of(model, field), model);
            case SECRET -> new SecretEditor(model, field);
        };
    }

    /// One line with completion; what AWS takes without it shows as the prompt.
    TextEditor text(FieldSpec field) {
        return completed(
                TextEditor.line(
                                model.workspace(),
                                () -> model.setting(field.key()),
                                text -> model.set(field.key(), text))
                        .prompt(field.defaultValue().orElse("")));
    }

    private TextEditor lines(FieldSpec field, int rows) {
        return TextEditor.lines(
                        rows,
                        model.workspace(),
                        () -> model.setting(field.key()),
                        text -> model.set(field.key(), text))
                .prompt(field.defaultValue().orElse(""));
    }

    private TextEditor list(FieldSpec field) {
        return text(field).prompt(field.defaultValue().orElse("Commas between"));
    }

    private TextEditor completed(TextEditor editor) {
        TextInputControl control = editor.node();
        Completion.on(control, model);
        return editor;
    }

    private Editor chips(FieldSpec field) {
        return new ChipsEditor(
                field.values(),
                () -> Forms.list(model.setting(field.key())),
                chosen -> model.set(field.key(), String.join(",", chosen)));
    }

    private Editor choice(FieldSpec field) {
        return new ChoiceEditor<>(
                        () -> offered(field),
                        value -> value.isEmpty() ? "Not set" : value,
                        () -> Optional.of(model.setting(field.key())).filter(v -> !v.isEmpty()),
                        value -> model.set(field.key(), value))
                .prompt(field.defaultValue().map(d -> d + " (default)").orElse("Choose"));
    }

    /// The allowed values, "not set" where that is allowed, and whatever stands there now.
    private List<String> offered(FieldSpec field) {
        var values = field.values();
        var now = model.setting(field.key());
        if (!now.isEmpty() && !values.contains(now)) {
            values = ActionFormViewModel.plus(values, now);
        }
        return now.isEmpty() || model.isRequired(field)
                ? values
                : ActionFormViewModel.plus(values, "");
    }

    private Editor input(FieldSpec field) {
        return new ChoiceEditor<>(
                        model::inputs,
                        value -> value,
                        () -> Optional.of(model.setting(field.key())).filter(v -> !v.isEmpty()),
                        value -> model.set(field.key(), value))
                .prompt("Choose an input");
    }
}
