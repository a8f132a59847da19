package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.EnvironmentVariable.Kind;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Environment variables as a table: name, value, and where the value stands.
final class VariablesEditor implements Editor {
    private final Source source;
    private final Workspace workspace;
    private final Consumer<TextInputControl> dress;
    private final Live table;

    /// Where the variables are kept; nothing when what is there is no list of variables.
    record Source(
            Supplier<Optional<List<EnvironmentVariable>>> read,
            Consumer<List<EnvironmentVariable>> write,
            Supplier<String> raw,
            Consumer<String> writeRaw) {}

    VariablesEditor(Source source, SettingsForm model) {
        this(source, model.workspace(), control -> Completion.on(control, model));
    }

    /// @param dress what else the control of a value can do
    VariablesEditor(Source source, Workspace workspace, Consumer<TextInputControl> dress) {
        this.source = source;
        this.workspace = workspace;
        this.dress = dress;
        table = new Live(() -> source.read().get().map(List::size), this::fill);
        table.getStyleClass().add("variables");
    }

    /// Those in a setting, CodeBuild's JSON array.
    static Source of(SettingsForm model, FieldSpec field) {
        return new Source(
                () -> parse(model.setting(field.key())),
                list -> model.set(field.key(), list.isEmpty() ? "" : print(list)),
                () -> model.setting(field.key()),
                text -> model.set(field.key(), text));
    }

    /// Those that stand beside the settings.
    static Source beside(ActionFormViewModel model) {
        return new Source(
                () -> model.action().map(a -> a.environmentVariables()),
                list ->
                        model.change(
                                "Set environment variables", a -> a.withEnvironmentVariables(list)),
                () -> "",
                _ -> {});
    }

    private void fill(Live box) {
        var variables = source.read().get();
        if (variables.isEmpty()) {
            box.add(TextEditor.lines(3, workspace, source.raw(), source.writeRaw()).mono());
            box.say(Forms.words("This is no JSON list of variables; mend it here."));
            return;
        }
        for (int i = 0; i < variables.get().size(); i++) {
            box.say(row(box, i));
        }
        box.say(Forms.add("add-variable", "Variable", this::add));
    }

    private Node row(Live box, int index) {
        var name =
                box.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> at(index).name(),
                                        text -> put(index, with(at(index), text, null, null)))
                                .mono()
                                .prompt("NAME"));
        var value =
                box.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> at(index).value(),
                                        text -> put(index, with(at(index), null, text, null)))
                                .mono()
                                .prompt("value"));
        dress.accept(value.node());
        var kind =
                box.tend(
                        new ChoiceEditor<>(
                                () -> List.of(Kind.values()),
                                VariablesEditor::words,
                                () -> Optional.of(at(index).kind()),
                                k -> put(index, with(at(index), null, null, k))));
        var first = Forms.row(name.node(), kind.node());
        first.getChildren().add(Forms.remove("this variable", () -> remove(index)));
        return new VBox(4, first, value.node());
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case PLAINTEXT -> "Text";
            case PARAMETER_STORE -> "Parameter";
            case SECRETS_MANAGER -> "Secret";
        };
    }

    private static EnvironmentVariable with(
            EnvironmentVariable of,
            @Nullable String name,
            @Nullable String value,
            @Nullable Kind kind) {
        return new EnvironmentVariable(
                name == null ? of.name() : name,
                value == null ? of.value() : value,
                kind == null ? of.kind() : kind);
    }

    private List<EnvironmentVariable> all() {
        return source.read().get().orElse(List.of());
    }

    private EnvironmentVariable at(int index) {
        return index < all().size()
                ? all().get(index)
                : new EnvironmentVariable("", "", Kind.PLAINTEXT);
    }

    private void put(int index, EnvironmentVariable variable) {
        var list = new ArrayList<>(all());
        if (index < list.size()) {
            list.set(index, variable);
            source.write().accept(list);
        }
    }

    private void add() {
        source.write()
                .accept(
                        ActionFormViewModel.plus(
                                all(),
                                new EnvironmentVariable(
                                        "NAME_" + (all().size() + 1), "", Kind.PLAINTEXT)));
    }

    private void remove(int index) {
        var list = new ArrayList<>(all());
        if (index < list.size()) { // pressed twice before the row was gone
            list.remove(index);
            source.write().accept(list);
        }
    }

    private static Optional<List<EnvironmentVariable>> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(List.of());
        }
        try {
            if (!(Json.parse(text) instanceof Json.Arr(var items))) {
                return Optional.empty();
            }
            var list = new ArrayList<EnvironmentVariable>();
            for (var item : items) {
                if (!(item instanceof Json.Obj object)) {
                    return Optional.empty();
                }
                list.add(
                        new EnvironmentVariable(
                                text(object, "name"),
                                text(object, "value"),
                                Kind.valueOf(
                                        text(object, "type").isEmpty()
                                                ? Kind.PLAINTEXT.name()
                                                : text(object, "type"))));
            }
            return Optional.of(list);
        } catch (UnreadableJson | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(Json.Obj object, String name) {
        return object.members().get(name) instanceof Json.Str(var text) ? text : "";
    }

    private static String print(List<EnvironmentVariable> list) {
        return new Json.Arr(list.stream().<Json>map(VariablesEditor::object).toList()).compact();
    }

    private static Json object(EnvironmentVariable variable) {
        var members = new LinkedHashMap<String, Json>();
        members.put("name", Json.of(variable.name()));
        members.put("value", Json.of(variable.value()));
        if (variable.kind() != Kind.PLAINTEXT) {
            members.put("type", Json.of(variable.kind().name()));
        }
        return new Json.Obj(members);
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void refresh() {
        table.refresh();
    }
}
