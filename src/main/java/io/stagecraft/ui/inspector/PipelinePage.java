package io.stagecraft.ui.inspector;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.model.Design;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Origin;
import io.stagecraft.model.PipelineType;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Problem;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The form of the pipeline as a whole, and of all that comes with it.
final class PipelinePage extends VBox implements Page {
    private final Workspace workspace;
    private final PipelineLists lists;
    private final Consumer<String> browse;
    private final Label title = new Label();
    private final ScrollPane scroll;
    private final Live form;

    PipelinePage(Workspace workspace, Consumer<String> browse) {
        this.workspace = workspace;
        lists = new PipelineLists(workspace);
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

    @Override
    public List<Node> rows() {
        return form.getChildren();
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
        form.add(lists.variables());
        form.say(Forms.head("Triggers"));
        form.add(new FieldRow("triggers", "", new TriggersEditor(workspace)));
        form.add(problems(new About.PipelinePart("triggers", "")));
        form.say(Forms.head("Environments"));
        form.add(lists.environments());
        form.say(Forms.head("Artifact stores"));
        form.add(lists.stores());
        form.say(Forms.head("Beside the pipeline"));
        form.add(new CompanionsEditor(workspace));
        form.say(Forms.head("Tags"));
        form.add(lists.tags());
    }

    private FieldRow row(String id, String label, Editor editor) {
        return new FieldRow(id, label, editor)
                .problems(
                        () -> of(new About.PipelinePart(id, ""), id),
                        f -> workspace.apply(f.edit()));
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
