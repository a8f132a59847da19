package io.stagecraft.ui.inspector;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RemoveEnvironment;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.edit.RenameVariable;
import io.stagecraft.edit.SetEnvironment;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Variable;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The form of the pipeline as a whole, and of all that comes with it.
final class PipelinePage extends VBox implements Page {
    private static final List<String> COLOURS =
            List.of("#2f80ed", "#d64545", "#8a4fd3", "#0f8b8d", "#b07d00");

    private final Workspace workspace;
    private final Consumer<String> browse;
    private final Label title = new Label();
    private final ScrollPane scroll;
    private final Live form;

    PipelinePage(Workspace workspace, Consumer<String> browse) {
        this.workspace = workspace;
        this.browse = browse;
        getStyleClass().add("page");
        title.setId("inspector-title");
        title.getStyleClass().add("title");
        var subtitle = new Label("Pipeline");
        subtitle.getStyleClass().add("secondary");
        var head = new VBox(1, title, subtitle);
        head.getStyleClass().add("page-head");
        form = new Live(() -> "", this::fill);
        form.getStyleClass().add("form");
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        refresh();
    }

    private Design design() {
        return workspace.design();
    }

    private void change(String title, UnaryOperator<Design> change) {
        workspace.apply(new ChangeDesign(title, change));
    }

    private void fill(Live form) {
        form.add(problems(About.PIPELINE));
        form.add(
                row(
                        "name",
                        "Name",
                        TextEditor.line(
                                workspace,
                                () -> design().name(),
                                name -> workspace.apply(new RenameDesign(name)))));
        form.add(
                row(
                                "type",
                                "Type",
                                new ChoiceEditor<>(
                                        () -> List.of(PipelineType.values()),
                                        t ->
                                                t == PipelineType.V2
                                                        ? "V2 · per minute of action"
                                                        : "V1 · per active pipeline",
                                        () -> Optional.of(design().type()),
                                        t -> change("Set type " + t, d -> d.withType(t))))
                        .help(
                                "V2 has triggers, variables, queued and parallel executions and conditions. V1 has none of them.",
                                "https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-types.html",
                                browse));
        form.add(
                row(
                        "mode",
                        "When executions meet",
                        new ChoiceEditor<>(
                                () -> List.of(ExecutionMode.values()),
                                PipelinePage::words,
                                () -> Optional.of(design().mode()),
                                m -> change("Set mode " + m, d -> d.withMode(m)))));
        form.add(
                row(
                        "role",
                        "Role",
                        new OriginEditor(
                                workspace,
                                Optional.empty(),
                                "arn:aws:iam::…:role/…",
                                () -> Optional.of(design().role()),
                                role ->
                                        change(
                                                "Set role",
                                                d -> d.withRole(role.orElse(Origin.CREATE))))));
        form.say(Forms.head("Variables"));
        form.add(section("variables", () -> design().variables().size(), this::variables));
        form.say(Forms.head("Triggers"));
        form.add(new FieldRow("triggers", "", new TriggersEditor(workspace)));
        form.add(problems(new About.PipelinePart("triggers", "")));
        form.say(Forms.head("Environments"));
        form.add(section("environments", () -> design().environments().size(), this::environments));
        form.say(Forms.head("Artifact stores"));
        form.add(section("stores", () -> design().stores().size(), this::stores));
        form.say(Forms.head("Beside the pipeline"));
        form.add(new CompanionsEditor(workspace));
        form.say(Forms.head("Tags"));
        form.add(section("tags", () -> design().tags().size(), this::tags));
    }

    private FieldRow row(String id, String label, Editor editor) {
        return new FieldRow(id, label, editor)
                .problems(
                        () -> of(new About.PipelinePart(id, ""), id),
                        f -> workspace.apply(f.edit()));
    }

    private Live section(String id, java.util.function.Supplier<?> shape, Consumer<Live> fill) {
        var live = new Live(shape, fill);
        live.setId("field-" + id);
        return live;
    }

    private Live problems(About about) {
        return new Live(
                () -> of(about, ""),
                list ->
                        of(about, "")
                                .forEach(p ->
                                        list.say(
                                                ProblemNote.of(
                                                        p, f -> workspace.apply(f.edit())))));
    }

    private List<Problem> of(About about, String part) {
        return workspace.problemsProperty().get().stream()
                .filter(p ->
                        p.about().equals(about)
                                || p.about() instanceof About.PipelinePart(var of, _)
                                        && of.equals(part))
                .toList();
    }

    private static String words(ExecutionMode mode) {
        return switch (mode) {
            case SUPERSEDED -> "Superseded · a newer one overtakes";
            case QUEUED -> "Queued · they wait in order";
            case PARALLEL -> "Parallel · they do not meet";
        };
    }

    private void variables(Live form) {
        for (int i = 0; i < design().variables().size(); i++) {
            int at = i;
            var name =
                    form.tend(
                            TextEditor.line(
                                            workspace,
                                            () -> variable(at).name(),
                                            to ->
                                                    workspace.apply(
                                                            new RenameVariable(
                                                                    variable(at).name(), to)))
                                    .mono()
                                    .prompt("NAME"));
            var value =
                    form.tend(
                            TextEditor.line(
                                            workspace,
                                            () -> variable(at).defaultValue().orElse(""),
                                            text ->
                                                    put(
                                                            at,
                                                            new Variable(
                                                                    variable(at).name(),
                                                                    Optional.of(text)
                                                                            .filter(t ->
                                                                                    !t.isEmpty()),
                                                                    variable(at).description())))
                                    .prompt("Asked at each start"));
            var row = Forms.row(name.node(), value.node());
            row.getChildren()
                    .add(
                            Forms.remove(
                                    variable(at).name(),
                                    () ->
                                            change(
                                                    "Remove variable",
                                                    d ->
                                                            d.withVariables(
                                                                    without(d.variables(), at)))));
            form.say(row);
        }
        form.say(
                Forms.add(
                        "add-pipeline-variable",
                        "Variable",
                        () ->
                                change(
                                        "Add variable",
                                        d ->
                                                d.withVariables(
                                                        ActionFormViewModel.plus(
                                                                d.variables(),
                                                                new Variable(
                                                                        "VARIABLE_"
                                                                                + (d.variables()
                                                                                                .size()
                                                                                        + 1),
                                                                        Optional.empty(),
                                                                        ""))))));
    }

    private Variable variable(int at) {
        return at < design().variables().size()
                ? design().variables().get(at)
                : new Variable("", Optional.empty(), "");
    }

    private void put(int at, Variable variable) {
        change(
                "Set variable " + variable.name(),
                d -> d.withVariables(with(d.variables(), at, variable)));
    }

    static <T> List<T> with(List<T> list, int at, T item) {
        var all = new ArrayList<>(list);
        if (at < all.size()) {
            all.set(at, item);
        }
        return all;
    }

    static <T> List<T> without(List<T> list, int at) {
        var all = new ArrayList<>(list);
        if (at < all.size()) {
            all.remove(at);
        }
        return all;
    }

    private void environments(Live form) {
        for (int i = 0; i < design().environments().size(); i++) {
            environment(form, i);
        }
        form.say(
                Forms.add(
                        "add-environment",
                        "Environment",
                        () ->
                                workspace.apply(
                                        new SetEnvironment(
                                                new Environment(
                                                        design().nextEnvironmentId(),
                                                        free(),
                                                        "",
                                                        "",
                                                        COLOURS.get(
                                                                (design().environments().size() - 1)
                                                                        % COLOURS.size()))))));
    }

    private String free() {
        var names = design().environments().stream().map(Environment::name).toList();
        return List.of("Staging", "Production").stream()
                .filter(n -> !names.contains(n))
                .findFirst()
                .orElse("Environment " + (names.size() + 1));
    }

    private void environment(Live form, int at) {
        var name =
                form.tend(
                        TextEditor.line(
                                workspace,
                                () -> environment(at).name(),
                                text ->
                                        set(
                                                at,
                                                e ->
                                                        new Environment(
                                                                e.id(),
                                                                text,
                                                                e.account(),
                                                                e.region(),
                                                                e.colour()))));
        var account =
                form.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> environment(at).account(),
                                        text ->
                                                set(
                                                        at,
                                                        e ->
                                                                new Environment(
                                                                        e.id(),
                                                                        e.name(),
                                                                        text,
                                                                        e.region(),
                                                                        e.colour())))
                                .mono()
                                .prompt("Account"));
        var region =
                form.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> environment(at).region(),
                                        text ->
                                                set(
                                                        at,
                                                        e ->
                                                                new Environment(
                                                                        e.id(),
                                                                        e.name(),
                                                                        e.account(),
                                                                        text,
                                                                        e.colour())))
                                .mono()
                                .prompt("Region"));
        var colour = new ColorPicker(Color.web(environment(at).colour()));
        colour.getStyleClass().add("button");
        colour.setAccessibleText("Colour of " + environment(at).name());
        colour.setOnAction(_ ->
                set(
                        at,
                        e ->
                                new Environment(
                                        e.id(),
                                        e.name(),
                                        e.account(),
                                        e.region(),
                                        hex(colour.getValue()))));
        var first = Forms.row(name.node());
        first.getChildren().add(colour);
        if (at > 0) {
            first.getChildren()
                    .add(
                            Forms.remove(
                                    environment(at).name(),
                                    () ->
                                            workspace.apply(
                                                    new RemoveEnvironment(environment(at).id()))));
        }
        form.say(new VBox(4, first, Forms.row(account.node(), region.node())));
    }

    private static String hex(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }

    private Environment environment(int at) {
        return at < design().environments().size()
                ? design().environments().get(at)
                : Environment.TOOLING;
    }

    private void set(int at, UnaryOperator<Environment> change) {
        workspace.apply(new SetEnvironment(change.apply(environment(at))));
    }

    private void stores(Live form) {
        if (design().stores().isEmpty()) {
            form.say(
                    Forms.words(
                            "An encrypted bucket of its own is created in every region the pipeline works in."));
        }
        for (int i = 0; i < design().stores().size(); i++) {
            store(form, i);
        }
        form.say(
                Forms.add(
                        "add-store",
                        "Choose a bucket",
                        () ->
                                change(
                                        "Add artifact store",
                                        d ->
                                                d.withStores(
                                                        ActionFormViewModel.plus(
                                                                d.stores(),
                                                                new ArtifactStore(
                                                                        "",
                                                                        Origin.CREATE,
                                                                        new EncryptionKey.Create(),
                                                                        Extras.NONE))))));
    }

    private void store(Live form, int at) {
        var region =
                form.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> store(at).region(),
                                        text ->
                                                set(
                                                        at,
                                                        new ArtifactStore(
                                                                text,
                                                                store(at).bucket(),
                                                                store(at).key(),
                                                                store(at).extras())))
                                .mono()
                                .prompt("The pipeline's region"));
        var bucket =
                form.tend(
                        new OriginEditor(
                                workspace,
                                Optional.empty(),
                                "bucket-name",
                                () -> Optional.of(store(at).bucket()),
                                to ->
                                        set(
                                                at,
                                                new ArtifactStore(
                                                        store(at).region(),
                                                        to.orElse(Origin.CREATE),
                                                        store(at).key(),
                                                        store(at).extras()))));
        var key =
                form.tend(
                        new ChoiceEditor<>(
                                () -> List.of("create", "existing", "aws"),
                                PipelinePage::keyWords,
                                () -> Optional.of(keyKind(store(at).key())),
                                kind ->
                                        set(
                                                at,
                                                new ArtifactStore(
                                                        store(at).region(),
                                                        store(at).bucket(),
                                                        key(kind),
                                                        store(at).extras()))));
        var id =
                form.tend(
                        TextEditor.line(
                                        workspace,
                                        () ->
                                                store(at).key()
                                                                instanceof
                                                                EncryptionKey.Existing(var arn)
                                                        ? arn
                                                        : "",
                                        text ->
                                                set(
                                                        at,
                                                        new ArtifactStore(
                                                                store(at).region(),
                                                                store(at).bucket(),
                                                                new EncryptionKey.Existing(text),
                                                                store(at).extras())))
                                .mono()
                                .prompt("Key ARN, for a key that is there already"));
        var first = Forms.row(region.node());
        first.getChildren()
                .add(
                        Forms.remove(
                                "this store",
                                () ->
                                        change(
                                                "Remove artifact store",
                                                d -> d.withStores(without(d.stores(), at)))));
        form.say(new VBox(4, first, bucket.node(), key.node(), id.node()));
    }

    private ArtifactStore store(int at) {
        return at < design().stores().size()
                ? design().stores().get(at)
                : new ArtifactStore("", Origin.CREATE, new EncryptionKey.Create(), Extras.NONE);
    }

    private void set(int at, ArtifactStore store) {
        change("Set artifact store", d -> d.withStores(with(d.stores(), at, store)));
    }

    private static String keyKind(EncryptionKey key) {
        return switch (key) {
            case EncryptionKey.Create() -> "create";
            case EncryptionKey.Existing _ -> "existing";
            case EncryptionKey.AwsManaged() -> "aws";
        };
    }

    private static String keyWords(String kind) {
        return switch (kind) {
            case "create" -> "Key created with the pipeline";
            case "existing" -> "Key that is there already";
            default -> "Key that S3 keeps";
        };
    }

    private static EncryptionKey key(String kind) {
        return switch (kind) {
            case "create" -> new EncryptionKey.Create();
            case "existing" -> new EncryptionKey.Existing("");
            default -> new EncryptionKey.AwsManaged();
        };
    }

    private void tags(Live form) {
        for (int i = 0; i < design().tags().size(); i++) {
            int at = i;
            var key =
                    form.tend(
                            TextEditor.line(
                                    workspace,
                                    () -> tag(at).getKey(),
                                    text -> tag(at, text, tag(at).getValue())));
            var value =
                    form.tend(
                            TextEditor.line(
                                    workspace,
                                    () -> tag(at).getValue(),
                                    text -> tag(at, tag(at).getKey(), text)));
            var row = Forms.row(key.node(), value.node());
            row.getChildren()
                    .add(Forms.remove("this tag", () -> tags("Remove tag", all -> all.remove(at))));
            form.say(row);
        }
        form.say(
                Forms.add(
                        "add-tag",
                        "Tag",
                        () ->
                                tags(
                                        "Add tag",
                                        all -> all.add(Map.entry("tag" + (all.size() + 1), "")))));
    }

    private Map.Entry<String, String> tag(int at) {
        var all = List.copyOf(design().tags().entrySet());
        return at < all.size() ? all.get(at) : Map.entry("", "");
    }

    private void tag(int at, String key, String value) {
        tags("Set tag " + key, all -> all.set(at, Map.entry(key, value)));
    }

    private void tags(String title, Consumer<List<Map.Entry<String, String>>> change) {
        change(
                title,
                d -> {
                    var all = new ArrayList<Map.Entry<String, String>>(d.tags().entrySet());
                    change.accept(all);
                    var tags = new LinkedHashMap<String, String>();
                    all.forEach(t -> tags.put(t.getKey(), t.getValue()));
                    return d.withTags(tags);
                });
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public boolean fits() {
        return true;
    }

    @Override
    public void refresh() {
        title.setText(design().name());
        form.refresh();
    }

    @Override
    public void show(String field) {
        Rows.focus(this, scroll, field);
    }
}
