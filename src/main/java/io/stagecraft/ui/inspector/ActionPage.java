package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.ActionSpec.Member;
import io.stagecraft.model.Action;
import io.stagecraft.model.Environment;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.ui.kit.Tile;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The form of one action: settings, artifacts, permissions, notes.
final class ActionPage extends VBox implements Page {
    private final ActionFormViewModel model;
    private final SettingEditors editors;
    private final Consumer<String> browse;
    private final TabPane tabs = new TabPane();
    private final Label name = new Label();
    private final Label subtitle = new Label();
    private final List<Live> pages;

    ActionPage(ActionFormViewModel model, Consumer<String> browse) {
        this.model = model;
        this.browse = browse;
        editors = new SettingEditors(model, browse);
        getStyleClass().add("page");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        pages =
                List.of(
                        page("Settings", new Live(this::settingsShape, this::settings)),
                        page("Artifacts", new Live(this::artifactsShape, this::artifacts)),
                        page("Permissions", new Live(model::permissions, this::permissions)),
                        page("Notes", new Live(() -> "", this::notes)));
        getChildren().addAll(head(), tabs);
        refresh();
    }

    private HBox head() {
        var action = model.action();
        var tile =
                new Tile(
                        action.orElseThrow().type().category(),
                        model.spec().map(ActionSpec::icon).orElse("puzzle"),
                        28);
        name.setId("inspector-title");
        name.getStyleClass().add("title");
        subtitle.getStyleClass().add("secondary");
        var words = new VBox(1, name, subtitle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(10, tile, words);
        head.getStyleClass().add("page-head");
        return head;
    }

    private Live page(String title, Live content) {
        content.getStyleClass().add("form");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var tab = new Tab(title, scroll);
        tab.setId("tab-" + title);
        tabs.getTabs().add(tab);
        return content;
    }

    private Object settingsShape() {
        return List.of(
                model.action().map(Action::type),
                model.strangers(),
                model.design().environments().size() > 1);
    }

    private void settings(Live form) {
        form.add(
                new Live(
                        model::problems,
                        list ->
                                model.problems()
                                        .forEach(p -> list.say(ProblemNote.of(p, model::accept)))));
        form.add(
                row(
                        "name",
                        "Name",
                        TextEditor.line(
                                model.workspace(),
                                () -> model.action().map(Action::name).orElse(""),
                                model::rename)));
        model.spec()
                .ifPresent(spec ->
                        spec.fields().forEach(f -> form.add(editors.row(f, spec.source()))));
        model.strangers().forEach(key -> form.add(stranger(key)));
        members(form);
        form.say(Forms.head("Where and when"));
        form.add(row("environment", "Environment", environment()));
        form.add(
                row("runOrder", "Run order", runOrder())
                        .help(
                                "Actions of a stage with equal numbers run side by side; higher ones wait.",
                                "",
                                browse));
        form.add(
                row(
                                "namespace",
                                "Namespace",
                                TextEditor.line(
                                                model.workspace(),
                                                () ->
                                                        model.action()
                                                                .flatMap(Action::namespace)
                                                                .orElse(""),
                                                model::setNamespace)
                                        .prompt("None: nobody can use its variables"))
                        .help(
                                variables(),
                                "https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html",
                                browse));
        form.add(
                row(
                        "role",
                        "Role",
                        new OriginEditor(
                                model.workspace(),
                                Optional.of("The pipeline's role"),
                                "arn:aws:iam::…:role/…",
                                () -> model.action().flatMap(Action::role),
                                model::setRole)));
        if (model.spec().map(ActionSpec::timeoutSettable).orElse(false)) {
            form.add(row("timeout", "Timeout in minutes", timeout()));
        }
    }

    private FieldRow row(String id, String label, Editor editor) {
        return new FieldRow(id, label, editor).problems(() -> model.problems(id), model::accept);
    }

    private FieldRow stranger(String key) {
        return row(
                key,
                key,
                TextEditor.line(
                                model.workspace(),
                                () -> model.setting(key),
                                text -> model.set(key, text))
                        .mono());
    }

    private String variables() {
        return model.spec()
                .map(s ->
                        "The name under which later actions use its variables"
                                + (s.variables().isEmpty()
                                        ? "."
                                        : ": " + Forms.text(s.variables()) + ".")
                                + s.dynamicVariables().map(d -> " " + d).orElse(""))
                .orElse("The name under which later actions use its variables.");
    }

    private void members(Live form) {
        var members = model.spec().map(ActionSpec::members).orElse(List.of());
        if (members.contains(Member.COMMANDS)) {
            form.add(
                    row(
                            "commands",
                            "Commands",
                            TextEditor.lines(
                                            6,
                                            model.workspace(),
                                            () ->
                                                    String.join(
                                                            "\n",
                                                            model.action()
                                                                    .map(Action::commands)
                                                                    .orElse(List.of())),
                                            text ->
                                                    model.change(
                                                            "Set commands",
                                                            a ->
                                                                    a.withCommands(
                                                                            text.lines().toList())))
                                    .mono()
                                    .prompt("One shell line each")));
        }
        if (members.contains(Member.OUTPUT_VARIABLES)) {
            form.add(
                    row(
                            "outputVariables",
                            "Exported variables",
                            TextEditor.line(
                                            model.workspace(),
                                            () ->
                                                    Forms.text(
                                                            model.action()
                                                                    .map(Action::outputVariables)
                                                                    .orElse(List.of())),
                                            text ->
                                                    model.change(
                                                            "Set exported variables",
                                                            a ->
                                                                    a.withOutputVariables(
                                                                            Forms.list(text))))
                                    .mono()
                                    .prompt("Commas between")));
        }
        if (members.contains(Member.ENVIRONMENT_VARIABLES)) {
            form.add(
                    row(
                            "environmentVariables",
                            "Environment variables",
                            new VariablesEditor(VariablesEditor.beside(model), model)));
        }
    }

    private Editor environment() {
        return new ChoiceEditor<>(
                model::environments,
                Environment::words,
                () -> model.action().map(model.design()::environmentOf),
                e ->
                        model.setEnvironment(
                                e.id().equals(model.design().home().id())
                                        ? Optional.empty()
                                        : Optional.of(e.id())));
    }

    private Editor runOrder() {
        return TextEditor.line(
                model.workspace(),
                () -> model.action().map(a -> String.valueOf(a.runOrder())).orElse(""),
                text ->
                        number(text)
                                .ifPresent(n ->
                                        model.change("Set run order", a -> a.withRunOrder(n))));
    }

    private Editor timeout() {
        return TextEditor.line(
                        model.workspace(),
                        () ->
                                model.action()
                                        .flatMap(Action::timeoutMinutes)
                                        .map(String::valueOf)
                                        .orElse(""),
                        text ->
                                model.change(
                                        "Set timeout", a -> a.withTimeoutMinutes(number(text))))
                .prompt(model.spec().map(s -> s.timeout() + " (default)").orElse(""));
    }

    private static Optional<Integer> number(String text) {
        return text.strip().matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(text.strip()))
                : Optional.empty();
    }

    private Object artifactsShape() {
        return List.of(
                model.action().map(Action::inputs),
                model.action().map(a -> a.outputNames().size()),
                model.connectable());
    }

    private void artifacts(Live form) {
        form.say(Forms.head("Input artifacts"));
        var inputs = new VBox(6);
        for (var input : model.action().map(Action::inputs).orElse(List.of())) {
            inputs.getChildren().add(chip(input, () -> model.disconnect(input)));
        }
        if (inputs.getChildren().isEmpty()) {
            inputs.getChildren().add(Forms.words("It reads no artifact."));
        }
        form.add(row("inputs", bounds("Reads", true), new Fixed(inputs)));
        if (!model.connectable().isEmpty()) {
            form.add(
                    new ChoiceEditor<>(model::connectable, a -> a, Optional::empty, model::connect)
                            .prompt("Add an input…"));
        }
        form.say(Forms.head("Output artifacts"));
        var outputs = new VBox(8);
        var names = model.action().map(Action::outputNames).orElse(List.of());
        for (int i = 0; i < names.size(); i++) {
            outputs.getChildren().add(output(form, i));
        }
        if (outputs.getChildren().isEmpty()) {
            outputs.getChildren().add(Forms.words("It makes no artifact."));
        }
        form.add(row("outputs", bounds("Makes", false), new Fixed(outputs)));
        form.say(Forms.add("add-output", "Output", model::addOutput));
    }

    private String bounds(String verb, boolean in) {
        return model.spec()
                .map(s -> in ? s.inputs() : s.outputs())
                .map(b ->
                        verb
                                + (b.min() == b.max()
                                        ? " " + b.max()
                                        : " " + b.min() + " to " + b.max()))
                .orElse(verb);
    }

    private Node chip(String artifact, Runnable remove) {
        var label = new Label(artifact);
        label.getStyleClass().addAll("pill", "accent");
        label.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, label, gap, Forms.remove(artifact, remove));
        row.getStyleClass().add("form-row");
        return new VBox(2, row, Forms.words(model.story(artifact)));
    }

    private Node output(Live form, int index) {
        var name =
                form.tend(
                        TextEditor.line(
                                model.workspace(),
                                () -> output(index).name(),
                                to -> model.renameOutput(output(index).name(), to)));
        var row = Forms.row(name.node());
        row.getChildren()
                .add(Forms.remove("this output", () -> model.removeOutput(output(index).name())));
        if (!model.spec()
                .map(ActionSpec::members)
                .orElse(List.of())
                .contains(Member.OUTPUT_FILES)) {
            return row;
        }
        var files =
                form.tend(
                        TextEditor.line(
                                        model.workspace(),
                                        () -> Forms.text(output(index).files()),
                                        text ->
                                                model.setFiles(
                                                        output(index).name(), Forms.list(text)))
                                .mono()
                                .prompt("Files, commas between: **/*"));
        return new VBox(4, row, files.node());
    }

    private OutputArtifact output(int index) {
        return model.action()
                .filter(a -> index < a.outputs().size())
                .map(a -> a.outputs().get(index))
                .orElse(new OutputArtifact(""));
    }

    private void permissions(Live form) {
        var permissions = model.permissions();
        form.say(
                Forms.words(
                        permissions.isEmpty()
                                ? "This action needs no permission of its own."
                                : "What is needed because of this action, and no more."));
        for (var p : permissions) {
            var actions = new Label(p.actions());
            actions.getStyleClass().add("mono");
            actions.setWrapText(true);
            var resources = new Label(p.resources());
            resources.getStyleClass().addAll("mono", "secondary");
            resources.setWrapText(true);
            var box = new VBox(2, actions, resources, Forms.words(p.why() + " · " + p.where()));
            box.getStyleClass().add("permission");
            form.say(box);
        }
    }

    private void notes(Live form) {
        form.add(
                row(
                        "notes",
                        "Notes for people; never exported",
                        TextEditor.lines(
                                12,
                                model.workspace(),
                                () -> model.action().map(Action::notes).orElse(""),
                                model::setNotes)));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public boolean fits() {
        return model.action().isPresent();
    }

    @Override
    public void refresh() {
        name.setText(model.action().map(Action::name).orElse(""));
        subtitle.setText(model.subtitle());
        pages.forEach(Live::refresh);
    }

    @Override
    public void show(String field) {
        tabs.getSelectionModel()
                .select(
                        switch (field) {
                            case "inputs", "outputs" -> 1;
                            case "notes" -> 3;
                            default -> 0;
                        });
        Rows.focus(this, tabs.getSelectionModel().getSelectedItem().getContent(), field);
    }
}
