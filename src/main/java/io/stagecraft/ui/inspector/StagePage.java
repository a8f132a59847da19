package io.stagecraft.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;

import io.stagecraft.edit.ChangeStage;
import io.stagecraft.edit.RenameStage;
import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Problem;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The form of one stage, or of the arrow into it: name, transition, and what is checked at its edges.
final class StagePage extends VBox implements Page {
    private final Workspace workspace;
    private final StageId id;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final ScrollPane scroll;
    private final Live form;

    StagePage(Workspace workspace, StageId id) {
        this.workspace = workspace;
        this.id = id;
        getStyleClass().add("page");
        title.setId("inspector-title");
        title.getStyleClass().add("title");
        subtitle.getStyleClass().add("secondary");
        var head = new VBox(1, title, subtitle);
        head.getStyleClass().add("page-head");
        form = new Live(this::shape, this::fill);
        form.getStyleClass().add("form");
        scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        refresh();
    }

    /// What a field of a rule is called in the form.
    static String field(Drawing.Moment moment, int rule, String field) {
        return moment.word() + "-" + rule + "-" + field;
    }

    private Optional<Stage> stage() {
        return workspace.design().stage(id);
    }

    private Object shape() {
        return stage().map(s -> List.of(s.beforeEntry(), s.onSuccess(), s.onFailure(), isFirst()));
    }

    private boolean isFirst() {
        var stages = workspace.design().stages();
        return !stages.isEmpty() && stages.getFirst().id().equals(id);
    }

    private void fill(Live form) {
        form.add(
                new Live(
                        this::problems,
                        list ->
                                problems()
                                        .forEach(p ->
                                                list.say(
                                                        ProblemNote.of(
                                                                p,
                                                                f -> workspace.apply(f.edit()))))));
        form.add(
                new FieldRow(
                        "name",
                        "Name",
                        TextEditor.line(
                                workspace,
                                () -> stage().map(Stage::name).orElse(""),
                                name -> workspace.apply(new RenameStage(id, name)))));
        if (!isFirst()) {
            form.say(Forms.head("The arrow into it"));
            form.add(new FieldRow("transition", "Executions may pass", new Gate()));
            form.add(
                    new FieldRow(
                            "reason",
                            "Why it is closed",
                            TextEditor.line(workspace, this::reason, this::close)
                                    .prompt("Release freeze")));
        }
        form.say(Forms.head("Conditions"));
        stage().ifPresent(s -> conditions(form, s));
        form.add(new FieldRow("on-failure", "When an action fails", failure()));
    }

    private void conditions(Live form, Stage stage) {
        form.say(
                condition(
                        "Before entry",
                        "Nothing is checked before executions enter.",
                        stage.beforeEntry()));
        form.say(
                condition(
                        "On success", "Nothing is checked when all went well.", stage.onSuccess()));
        form.say(
                condition(
                        "On failure",
                        "Nothing is checked when it fails.",
                        stage.onFailure().flatMap(OnFailure::condition)));
    }

    private static Node condition(String when, String none, Optional<Condition> condition) {
        var head = new Label(when);
        head.getStyleClass().add("field-label");
        var words =
                condition
                        .map(c ->
                                c.rules().stream()
                                                .map(r -> r.name() + " · " + r.provider())
                                                .collect(Collectors.joining("\n"))
                                        + c.result()
                                                .map(r ->
                                                        "\notherwise "
                                                                + r.name()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT))
                                                .orElse(""))
                        .orElse(none);
        return new VBox(2, head, Forms.words(words));
    }

    private Editor failure() {
        return new ChoiceEditor<>(
                () -> List.of("", "ROLLBACK", "RETRY"),
                r ->
                        switch (r) {
                            case "ROLLBACK" -> "Roll back to the last good execution";
                            case "RETRY" -> "Retry";
                            default -> "Stay failed";
                        },
                () ->
                        Optional.of(
                                stage().flatMap(Stage::onFailure)
                                        .flatMap(OnFailure::result)
                                        .map(Enum::name)
                                        .orElse("")),
                this::setFailure);
    }

    private void setFailure(String result) {
        workspace.apply(
                new ChangeStage(
                        id,
                        "Set what failure does",
                        s -> s.withConditions(s.beforeEntry(), s.onSuccess(), failed(s, result))));
    }

    private static Optional<OnFailure> failed(Stage stage, String result) {
        var chosen =
                result.isEmpty() ? Optional.<Result>empty() : Optional.of(Result.valueOf(result));
        var before = stage.onFailure();
        var condition = before.flatMap(OnFailure::condition);
        if (chosen.isEmpty() && condition.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new OnFailure(
                        chosen,
                        result.equals("RETRY")
                                ? before.flatMap(OnFailure::retryMode)
                                : Optional.empty(),
                        condition,
                        before.map(OnFailure::extras).orElse(Extras.NONE)));
    }

    private String reason() {
        return stage().map(Stage::inbound).orElse(Transition.OPEN)
                        instanceof Transition.Closed(var why)
                ? why
                : "";
    }

    private void close(String reason) {
        workspace.apply(
                new SetTransition(
                        id, reason.isBlank() ? Transition.OPEN : new Transition.Closed(reason)));
    }

    private List<Problem> problems() {
        return workspace.problemsProperty().get().stream()
                .filter(p ->
                        p.about().equals(new About.InStage(id))
                                || p.about() instanceof About.InGate(var of, _) && of.equals(id)
                                || p.about() instanceof About.InGateRule(var of, _, _, _)
                                        && of.equals(id))
                .toList();
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public boolean fits() {
        return stage().isPresent();
    }

    @Override
    public void refresh() {
        title.setText(stage().map(Stage::name).orElse(""));
        subtitle.setText(
                stage().map(s ->
                                "Stage · "
                                        + s.actions().size()
                                        + " actions in "
                                        + s.rows().size()
                                        + " rows")
                        .orElse(""));
        form.refresh();
    }

    @Override
    public void show(String field) {
        Rows.focus(this, scroll, field);
    }

    /// The switch of the transition.
    private final class Gate implements Editor {
        private final ToggleSwitch toggle = new ToggleSwitch();
        private boolean refreshing;

        Gate() {
            toggle.selectedProperty()
                    .subscribe((_, open) -> {
                        if (!refreshing) {
                            workspace.apply(
                                    new SetTransition(
                                            id,
                                            open
                                                    ? Transition.OPEN
                                                    : new Transition.Closed("Closed by hand")));
                        }
                    });
        }

        @Override
        public Node node() {
            return toggle;
        }

        @Override
        public void refresh() {
            refreshing = true;
            toggle.setSelected(
                    stage().map(Stage::inbound).orElse(Transition.OPEN) instanceof Transition.Open);
            refreshing = false;
        }
    }
}
