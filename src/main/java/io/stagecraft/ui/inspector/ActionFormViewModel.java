package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.edit.Connect;
import io.stagecraft.edit.Disconnect;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.RenameAction;
import io.stagecraft.edit.RenameArtifact;
import io.stagecraft.edit.RenameNamespace;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.edit.Several;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One action as a form: what its fields hold, what may stand in them, and what is wrong with them.
public final class ActionFormViewModel implements SettingsForm {
    private final Workspace workspace;
    private final ActionId id;

    public ActionFormViewModel(Workspace workspace, ActionId id) {
        this.workspace = workspace;
        this.id = id;
    }

    public ActionId id() {
        return id;
    }

    @Override
    public Workspace workspace() {
        return workspace;
    }

    /// The action as it stands; nothing when it is gone.
    public Optional<Action> action() {
        return design().action(id);
    }

    public Optional<ActionSpec> spec() {
        return action().flatMap(a -> workspace.catalog().find(a.type()));
    }

    /// "CodeBuild · Build stage · order 1".
    public String subtitle() {
        return action().map(a ->
                        spec().map(ActionSpec::title).orElse(a.type().provider())
                                + design().stageOf(id)
                                        .map(s -> " · " + s.name() + " stage")
                                        .orElse("")
                                + " · order "
                                + a.runOrder())
                .orElse("");
    }

    /// What a setting holds; empty where it is not set.
    @Override
    public String setting(String key) {
        return action().flatMap(a -> a.setting(key)).orElse("");
    }

    /// Sets a setting, or takes it away when there is nothing to set it to.
    @Override
    public void set(String key, String value) {
        apply(value.isEmpty() ? new ClearSetting(id, key) : new SetSetting(id, key, value));
    }

    /// Settings that the catalogue does not know, by key.
    List<String> strangers() {
        var known =
                spec().map(ActionSpec::fields).orElse(List.of()).stream()
                        .map(FieldSpec::key)
                        .toList();
        return action().map(a -> List.copyOf(a.settings().keySet())).orElse(List.of()).stream()
                .filter(k -> !known.contains(k))
                .toList();
    }

    /// Whether AWS refuses the action without the field, as it is set now.
    @Override
    public boolean isRequired(FieldSpec field) {
        return action().flatMap(
                        a -> spec().map(s -> Circumstance.of(design(), a, s).isRequired(field)))
                .orElse(false);
    }

    public void rename(String name) {
        apply(new RenameAction(id, name));
    }

    public void setNamespace(String namespace) {
        apply(new RenameNamespace(id, namespace));
    }

    public void setNotes(String notes) {
        change("Set notes", a -> a.withNotes(notes));
    }

    public void setEnvironment(Optional<EnvironmentId> environment) {
        change("Set environment", a -> a.withEnvironment(environment));
    }

    public void setRole(Optional<Origin> role) {
        change("Set role", a -> a.withRole(role));
    }

    public void change(String what, UnaryOperator<Action> change) {
        var name = action().map(Action::name).orElse("");
        apply(new ChangeAction(id, what + " of " + name, change));
    }

    @Override
    public List<String> inputs() {
        return action().map(Action::inputs).orElse(List.of());
    }

    List<Environment> environments() {
        return design().environments();
    }

    /// Artifacts that are there when this action starts and that it does not read yet.
    public List<String> connectable() {
        var read = inputs();
        return ArtifactFlow.of(design()).availableTo(id).stream()
                .filter(a -> !read.contains(a))
                .toList();
    }

    void connect(String artifact) {
        apply(new Connect(artifact, id));
    }

    void disconnect(String artifact) {
        apply(new Disconnect(artifact, id));
    }

    void renameOutput(String from, String to) {
        if (!to.isBlank()) {
            apply(new RenameArtifact(from, to, workspace.catalog()));
        }
    }

    void addOutput() {
        var taken = ArtifactFlow.of(design()).artifacts();
        var base =
                action().map(Action::name).orElse("").replaceAll("[^A-Za-z0-9_-]", "") + "Output";
        var name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + i;
        }
        var free = name;
        change(
                "Add output " + free,
                a -> a.withOutputs(plus(a.outputs(), new OutputArtifact(free))));
    }

    void removeOutput(String name) {
        change(
                "Remove output " + name,
                a ->
                        a.withOutputs(
                                a.outputs().stream().filter(o -> !o.name().equals(name)).toList()));
    }

    void setFiles(String output, List<String> files) {
        change(
                "Set files of " + output,
                a ->
                        a.withOutputs(
                                a.outputs().stream()
                                        .map(o ->
                                                o.name().equals(output)
                                                        ? new OutputArtifact(output, files)
                                                        : o)
                                        .toList()));
    }

    /// Who makes an artifact, and who else reads it, in words.
    String story(String artifact) {
        var makers =
                ArtifactFlow.of(design()).producersOf(artifact).stream()
                        .map(p -> p.action().name())
                        .collect(Collectors.joining(", "));
        var readers =
                design().actions()
                        .filter(a -> a.inputs().contains(artifact))
                        .map(Action::name)
                        .collect(Collectors.joining(", "));
        return (makers.isEmpty() ? "made by nobody" : "made by " + makers)
                + (readers.isEmpty() ? ", read by nobody" : ", read by " + readers);
    }

    static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    /// Brings a new companion of the field's kind and points the field at it.
    @Override
    public void create(FieldSpec field) {
        action().flatMap(a ->
                        field.companion()
                                .map(use ->
                                        new Expert(workspace.catalog())
                                                .companion(design(), a, use.kind())))
                .ifPresent(made ->
                        apply(
                                new Several(
                                        "Add " + made.name(),
                                        new SetCompanion(made),
                                        new SetSetting(
                                                id, field.key(), CompanionRef.to(made.name())))));
    }

    @Override
    public List<VariableIndex.Offer> completions(String text, int caret) {
        return new VariableIndex(design(), workspace.catalog())
                .completions(a -> ArtifactFlow.of(design()).isBefore(a, id), text, caret);
    }

    /// What is wrong with a field.
    @Override
    public List<Problem> problems(String field) {
        return workspace.problemsProperty().get().stream()
                .filter(p -> p.about().equals(new About.Field(id, field)))
                .toList();
    }

    /// What is wrong with the action as a whole.
    public List<Problem> problems() {
        return workspace.problemsProperty().get().stream()
                .filter(p -> p.about().equals(new About.InAction(id)))
                .toList();
    }

    /// One permission that this action is the reason for.
    ///
    /// @param where whose policy it stands in, or has to stand in
    public record Permission(String where, String actions, String resources, String why) {}

    /// What is granted, or has to be, because of this action.
    public List<Permission> permissions() {
        return workspace.blueprintProperty().get().stream()
                .flatMap(b ->
                        Stream.concat(
                                b.stacks().stream()
                                        .flatMap(s -> s.resources().stream())
                                        .flatMap(r -> mine("in " + r.key(), r.statements())),
                                b.existing().stream()
                                        .flatMap(r ->
                                                mine(
                                                        r.role()
                                                                + " exists already and has to grant it",
                                                        r.statements()))))
                .toList();
    }

    private Stream<Permission> mine(String where, List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.reasons().stream().anyMatch(this::isMine))
                .map(s -> permission(where, s));
    }

    private boolean isMine(Statement.Reason reason) {
        return reason.action().filter(id::equals).isPresent();
    }

    /// Of a statement that others share, only what this action asks for.
    private Permission permission(String where, Statement statement) {
        var mine =
                statement.shares().stream()
                        .filter(s -> s.reasons().stream().anyMatch(this::isMine))
                        .toList();
        return new Permission(
                where,
                mine.stream()
                        .flatMap(s -> s.actions().stream())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                mine.stream()
                        .flatMap(s -> s.resources().stream())
                        .map(Text::shown)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                statement.reasons().stream()
                        .filter(this::isMine)
                        .map(Statement.Reason::words)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    Optional<Stage> stage() {
        return design().stageOf(id);
    }

    private void apply(Edit edit) {
        workspace.apply(edit);
    }
}
