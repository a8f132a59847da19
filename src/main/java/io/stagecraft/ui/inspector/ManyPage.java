package io.stagecraft.ui.inspector;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.Delete;
import io.stagecraft.edit.Disconnect;
import io.stagecraft.edit.Edit;
import io.stagecraft.edit.Several;
import io.stagecraft.model.Environment;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Several things at once, or a wire: what they are, and what can be done with all of them.
final class ManyPage extends VBox implements Page {
    private final Workspace workspace;
    private final Selection selection;

    ManyPage(Workspace workspace, Selection selection) {
        this.workspace = workspace;
        this.selection = selection;
        getStyleClass().add("page");
        var title = new Label(title());
        title.setId("inspector-title");
        title.getStyleClass().add("title");
        var head = new VBox(1, title, Forms.words(names()));
        head.getStyleClass().add("page-head");
        var form = new Live(() -> "", this::fill);
        form.getStyleClass().add("form");
        getChildren().addAll(head, form);
    }

    private String title() {
        return selection.items().size() == 1
                        && selection.items().getFirst() instanceof Selection.OfWire(var artifact, _)
                ? artifact
                : selection.items().size() + " selected";
    }

    private String names() {
        var design = workspace.design();
        return selection.items().stream()
                .map(i ->
                        switch (i) {
                            case Selection.OfAction(var id) ->
                                    design.action(id).map(a -> a.name()).orElse("");
                            case Selection.OfStage(var id) ->
                                    design.stage(id).map(s -> s.name() + " stage").orElse("");
                            case Selection.OfTransition(var into) ->
                                    design.stage(into)
                                            .map(s -> "arrow into " + s.name())
                                            .orElse("");
                            case Selection.OfWire(var artifact, var to) ->
                                    artifact
                                            + " to "
                                            + design.action(to).map(a -> a.name()).orElse("");
                        })
                .filter(n -> !n.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void fill(Live form) {
        if (!selection.actions().isEmpty() && workspace.design().environments().size() > 1) {
            form.add(
                    new FieldRow(
                            "environment",
                            "Environment of all",
                            new ChoiceEditor<>(
                                            () -> workspace.design().environments(),
                                            Environment::name,
                                            Optional::empty,
                                            this::move)
                                    .prompt("Choose")));
        }
        var delete = new Button("Delete", Icons.node("trash-2", 14));
        delete.setId("delete-all");
        delete.setOnAction(_ -> delete());
        form.say(delete);
    }

    private void move(Environment to) {
        var home = workspace.design().home().id().equals(to.id());
        List<Edit> edits =
                selection.actions().stream()
                        .<Edit>map(id ->
                                new ChangeAction(
                                        id,
                                        "",
                                        a ->
                                                a.withEnvironment(
                                                        home
                                                                ? Optional.empty()
                                                                : Optional.of(to.id()))))
                        .toList();
        workspace.apply(new Several("Set environment of " + edits.size() + " actions", edits));
    }

    private void delete() {
        var stages = new ArrayList<StageId>();
        var edits = new ArrayList<Edit>();
        for (var item : selection.items()) {
            switch (item) {
                case Selection.OfStage(var id) -> stages.add(id);
                case Selection.OfWire(var artifact, var to) ->
                        edits.add(new Disconnect(artifact, to));
                case Selection.OfAction _, Selection.OfTransition _ -> {}
            }
        }
        edits.add(new Delete(selection.actions(), Set.copyOf(stages)));
        workspace.apply(new Several("Delete " + names(), edits));
        workspace.selectionProperty().set(Selection.NONE);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public boolean fits() {
        return selection.items().stream()
                .allMatch(i ->
                        switch (i) {
                            case Selection.OfAction(var id) ->
                                    workspace.design().action(id).isPresent();
                            case Selection.OfStage(var id) ->
                                    workspace.design().stage(id).isPresent();
                            case Selection.OfTransition(var into) ->
                                    workspace.design().stage(into).isPresent();
                            case Selection.OfWire(var artifact, var to) ->
                                    workspace
                                            .design()
                                            .action(to)
                                            .filter(a -> a.inputs().contains(artifact))
                                            .isPresent();
                        });
    }

    @Override
    public void refresh() {}

    @Override
    public void show(String field) {}
}
