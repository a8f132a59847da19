package io.stagecraft.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;

import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.edit.ChangeStage;
import io.stagecraft.edit.RenameStage;
import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.Moment;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
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

/// The form of one stage, or of the arrow into it: name, transition, and what is checked at its edges.
final class StagePage extends VBox implements Page {
    private final Workspace workspace;
    private final RuleTypeCatalog types;
    private final StageId id;
    private final Consumer<String> browse;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final ScrollPane scroll;
    private final Live form;

    StagePage(Workspace workspace, RuleTypeCatalog types, StageId id, Consumer<String> browse) {
        this.workspace = workspace;
        this.types = types;
        this.id = id;
        this.browse = browse;
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
    static String field(Moment moment, int rule, String field) {
        return moment.word() + "-" + rule + "-" + field;
    }

    private Optional<Stage> stage() {
        return workspace.design().stage(id);
    }

    private Object shape() {
        return List.of(stage().isPresent(), isFirst(), retries());
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
            form.add(
                    new FieldRow("transition", "Executions may pass, in the design", new Gate())
                            .note(this::deployed));
            form.add(
                    new FieldRow(
                            "reason",
                            "Why it is closed",
                            TextEditor.line(workspace, this::reason, this::close)
                                    .prompt("Release freeze")));
        }
        form.say(Forms.head("Conditions"));
        for (var moment : Moment.values()) {
            form.add(
                    new ConditionEditor(
                            new ConditionViewModel(workspace, types, id, moment), browse));
        }
        form.say(Forms.head("Automatic answer to failure"));
        form.add(new FieldRow("on-failure", "When an action fails", failure()));
        if (retries()) {
            form.add(new FieldRow("retry-mode", "What is run again", retryMode()));
        }
    }

    private boolean retries() {
        return stage().flatMap(Stage::onFailure)
                .flatMap(OnFailure::result)
                .filter(r -> r == Result.RETRY)
                .isPresent();
    }

    private Editor retryMode() {
        return new ChoiceEditor<>(
                () -> List.of(RetryMode.values()),
                m ->
                        switch (m) {
                            case FAILED_ACTIONS -> "What failed";
                            case ALL_ACTIONS -> "All actions of the stage";
                        },
                () -> stage().flatMap(Stage::onFailure).flatMap(OnFailure::retryMode),
                m -> failure("Set what is run again", f -> f.withRetryMode(Optional.of(m))));
    }

    private void failure(String title, UnaryOperator<OnFailure> change) {
        workspace.apply(
                new ChangeStage(
                        id,
                        title,
                        s ->
                                s.withConditions(
                                        s.beforeEntry(),
                                        s.onSuccess(),
                                        Optional.of(
                                                        change.apply(
                                                                s.onFailure()
                                                                        .orElse(OnFailure.NOTHING)))
                                                .filter(f -> !f.equals(OnFailure.NOTHING)))));
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
        var chosen =
                result.isEmpty() ? Optional.<Result>empty() : Optional.of(Result.valueOf(result));
        failure(
                "Set what failure does",
                f ->
                        f.withResult(chosen)
                                .withRetryMode(
                                        chosen.filter(r -> r == Result.RETRY)
                                                .map(_ ->
                                                        f.retryMode()
                                                                .orElse(
                                                                        RetryMode
                                                                                .FAILED_ACTIONS))));
    }

    /// How the arrow of the pipeline that is followed stands: closing it there changes no design.
    private String deployed() {
        return workspace
                .runProperty()
                .get()
                .flatMap(run -> stage().flatMap(s -> run.stage(s.name())))
                .map(s ->
                        "Deployed pipeline: "
                                + s.closedReason()
                                        .map(why -> why.isBlank() ? "closed" : "closed — " + why)
                                        .orElse("open"))
                .orElse("");
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
                .filter(p -> p.about().equals(new About.InStage(id)))
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
                                        + counted(s.actions().size(), "action")
                                        + " in "
                                        + counted(s.rows().size(), "row"))
                        .orElse(""));
        form.refresh();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
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
