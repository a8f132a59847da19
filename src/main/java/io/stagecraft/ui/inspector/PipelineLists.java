package io.stagecraft.ui.inspector;

import io.stagecraft.edit.RemoveEnvironment;
import io.stagecraft.edit.RenameVariable;
import io.stagecraft.edit.SetEnvironment;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Variable;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The lists of the pipeline's form: variables, environments, artifact stores and tags.
record PipelineLists(Workspace workspace) {
    private static final List<String> COLOURS =
            List.of("#2f80ed", "#d64545", "#8a4fd3", "#0f8b8d", "#b07d00");

    private Design design() {
        return workspace.design();
    }

    Live variables() {
        return new Listing<>(
                        "variables",
                        "Variable",
                        "variable",
                        Part.of(workspace, "Set variable")
                                .in(Design::variables, Design::withVariables),
                        () ->
                                new Variable(
                                        "VARIABLE_" + (design().variables().size() + 1),
                                        Optional.empty(),
                                        ""),
                        this::variable)
                .form("");
    }

    private Node variable(Live box, Part<Variable> variable, Runnable remove) {
        var name =
                box.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> variable.read().get().map(Variable::name).orElse(""),
                                        to ->
                                                variable.read()
                                                        .get()
                                                        .map(v -> new RenameVariable(v.name(), to))
                                                        .ifPresent(workspace::apply))
                                .mono()
                                .prompt("NAME"));
        var value =
                box.tend(
                        variable.maybe(Variable::defaultValue, Variable::withDefaultValue)
                                .prompt("Asked at each start"));
        var words =
                box.tend(
                        variable.line(Variable::description, Variable::withDescription)
                                .prompt("What it is for"));
        return new VBox(4, removable("this variable", remove, name, value), words.node());
    }

    private static Node removable(String what, Runnable remove, Editor... editors) {
        var row = Forms.row(Stream.of(editors).map(Editor::node).toArray(Node[]::new));
        row.getChildren().add(Forms.remove(what, remove));
        return row;
    }

    /// Not a plain list: what works in an environment that goes moves home.
    Live environments() {
        var form = new Live(() -> design().environments().size(), this::environments);
        form.setId("field-environments");
        return form;
    }

    private void environments(Live form) {
        for (int i = 0; i < design().environments().size(); i++) {
            form.say(environment(form, i));
        }
        form.say(
                Forms.add(
                        "add-environment",
                        "Environment",
                        () -> workspace.apply(new SetEnvironment(fresh()))));
    }

    private Environment fresh() {
        int others = design().environments().size() - 1;
        var names = design().environments().stream().map(Environment::name).toList();
        var name =
                List.of("Staging", "Production").stream()
                        .filter(n -> !names.contains(n))
                        .findFirst()
                        .orElse("Environment " + (names.size() + 1));
        return new Environment(
                design().nextEnvironmentId(), name, "", "", COLOURS.get(others % COLOURS.size()));
    }

    private Node environment(Live form, int at) {
        Part<Environment> one =
                new Part<>(
                        workspace,
                        "",
                        () -> design().environments().stream().skip(at).findFirst(),
                        (_, to) -> set(at, to));
        var now = design().environments().get(at);
        var name = form.tend(one.line(Environment::name, Environment::withName));
        var account =
                form.tend(
                        one.line(Environment::account, Environment::withAccount)
                                .mono()
                                .prompt("Account"));
        var region =
                form.tend(
                        one.line(Environment::region, Environment::withRegion)
                                .mono()
                                .prompt("Region"));
        var colour = form.tend(new ColourEditor(one));
        var first = Forms.row(name.node());
        first.getChildren().add(colour.node());
        if (at > 0) {
            first.getChildren()
                    .add(
                            Forms.remove(
                                    now.name(),
                                    () -> workspace.apply(new RemoveEnvironment(now.id()))));
        }
        return new VBox(4, first, Forms.row(account.node(), region.node()));
    }

    private void set(int at, UnaryOperator<Environment> change) {
        design().environments().stream()
                .skip(at)
                .findFirst()
                .ifPresent(e -> workspace.apply(new SetEnvironment(change.apply(e))));
    }

    /// The colour of an environment's band.
    private static final class ColourEditor implements Editor {
        private final ColorPicker picker = new ColorPicker();
        private final Part<Environment> of;

        ColourEditor(Part<Environment> of) {
            this.of = of;
            picker.getStyleClass().add("button");
            picker.setOnAction(_ -> of.set(e -> e.withColour(hex(picker.getValue()))));
        }

        /// A file may say anything; what is no colour shows as the grey of home.
        private static Color colour(String text) {
            return Color.web(text.matches("#[0-9a-fA-F]{6}") ? text : Environment.TOOLING.colour());
        }

        private static String hex(Color colour) {
            return "#" + colour.toString().substring(2, 8);
        }

        @Override
        public Node node() {
            return picker;
        }

        @Override
        public void refresh() {
            of.read()
                    .get()
                    .ifPresent(e -> {
                        picker.setAccessibleText("Colour of " + e.name());
                        picker.setValue(colour(e.colour()));
                    });
        }
    }

    Live stores() {
        return new Listing<>(
                        "stores",
                        "Choose a bucket",
                        "artifact store",
                        Part.of(workspace, "Set artifact store")
                                .in(Design::stores, Design::withStores),
                        () ->
                                new ArtifactStore(
                                        "", Origin.CREATE, new EncryptionKey.Create(), Extras.NONE),
                        this::store)
                .form(
                        "An encrypted bucket of its own is created in every region the pipeline works in.");
    }

    private Node store(Live box, Part<ArtifactStore> store, Runnable remove) {
        var region =
                box.tend(
                        store.line(ArtifactStore::region, ArtifactStore::withRegion)
                                .mono()
                                .prompt("The pipeline's region"));
        var bucket =
                box.tend(
                        store.origin(
                                "bucket-name", ArtifactStore::bucket, ArtifactStore::withBucket));
        var key = box.tend(new KeyEditor(store.in(ArtifactStore::key, ArtifactStore::withKey)));
        return new VBox(4, removable("this store", remove, region), bucket.node(), key.node());
    }

    /// A map's entries, in order; a key written twice keeps its last value.
    Live tags() {
        return new Listing<>(
                        "tags",
                        "Tag",
                        "tag",
                        Part.of(workspace, "Set tag")
                                .in(Design::tags, Design::withTags)
                                .in(PipelineLists::entries, (_, all) -> map(all)),
                        () -> Map.entry("tag" + (design().tags().size() + 1), ""),
                        PipelineLists::tag)
                .form("");
    }

    private static Node tag(Live box, Part<Map.Entry<String, String>> tag, Runnable remove) {
        var key = box.tend(tag.line(Map.Entry::getKey, (t, k) -> Map.entry(k, t.getValue())));
        var value = box.tend(tag.line(Map.Entry::getValue, (t, v) -> Map.entry(t.getKey(), v)));
        return removable("this tag", remove, key, value);
    }

    private static List<Map.Entry<String, String>> entries(SequencedMap<String, String> tags) {
        return List.copyOf(tags.entrySet());
    }

    private static SequencedMap<String, String> map(List<Map.Entry<String, String>> entries) {
        var tags = new LinkedHashMap<String, String>();
        entries.forEach(t -> tags.put(t.getKey(), t.getValue()));
        return tags;
    }
}
