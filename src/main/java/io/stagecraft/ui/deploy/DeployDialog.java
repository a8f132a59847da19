package io.stagecraft.ui.deploy;

import io.stagecraft.aws.Deployments.Change;
import io.stagecraft.aws.Deployments.Outcome;
import io.stagecraft.aws.Deployments.Plan;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;
import io.stagecraft.ui.kit.Overlay;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A sheet over the window while a deployment is planned and carried out: values, plan, progress, outcome.
///
/// It is part of the scene and not a window of its own, so it zooms with the rest and works on a projector.
public final class DeployDialog extends VBox {
    private final DeployViewModel model;
    private final Overlay overlay;
    private boolean showing;

    /// @param overlay where it shows itself whenever there is something to show
    public DeployDialog(DeployViewModel model, Overlay overlay) {
        super(14);
        this.model = model;
        this.overlay = overlay;
        setId("deploy");
        getStyleClass().add("deploy-sheet");
        setPrefWidth(640);
        model.phaseProperty().subscribe(this::show);
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Idle _ -> close();
            case Phase.Asking asking -> ask(asking);
            case Phase.Planning _ -> busy("Working out what would change…");
            case Phase.Planned(_, var plan) -> planned(plan);
            case Phase.Deploying(_, var cancelling) -> deploying(cancelling);
            case Phase.Over(var outcome, var culprit) -> over(outcome, culprit);
        }
    }

    private void close() {
        if (showing) {
            showing = false;
            overlay.close();
        }
    }

    /// Closed by the person: a deployment under way goes on, and its outcome opens the sheet again.
    private void closed() {
        if (showing) {
            showing = false;
            if (!(model.phaseProperty().get() instanceof Phase.Deploying)) {
                model.cancel();
            }
        }
    }

    private void fill(String title, Node body, Button... buttons) {
        var head = new Label(title);
        head.getStyleClass().add("sheet-title");
        var where = new Label("to " + model.target().name() + " · " + model.target().region());
        where.setId("deploy-target");
        where.getStyleClass().add("secondary");
        var foot = new HBox(8, buttons);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(new VBox(2, head, where), body, foot);
        if (!showing || getParent() == null) { // another card may have taken its place
            showing = true;
            overlay.show(this, Pos.CENTER, this::closed);
        }
    }

    private void deploying(boolean cancelling) {
        if (cancelling) {
            fill("Deploy", waiting("Cancelling: what was changed is taken back…"));
        } else {
            busy("Deploying. Events show as they come.");
        }
    }

    private void over(Outcome outcome, Optional<Culprit> culprit) {
        var close = primary("Close", model::cancel);
        if (outcome.succeeded()) {
            fill("Deployed", outputs(outcome.outputs()), close);
            return;
        }
        var cause = words(outcome.failure());
        cause.setId("deploy-failure");
        var buttons = new ArrayList<Button>();
        culprit.ifPresent(c -> {
            var show = plain("Show what " + c.resource() + " is for", () -> model.show(c));
            show.setId("deploy-culprit");
            show.setMnemonicParsing(false);
            buttons.add(show);
        });
        buttons.add(close);
        fill("The deployment failed", cause, buttons.toArray(Button[]::new));
    }

    private void busy(String words) {
        fill("Deploy", waiting(words), plain("Cancel", model::cancel));
    }

    private static HBox waiting(String words) {
        var ring = new ProgressIndicator();
        ring.setMaxSize(28, 28);
        var body = new HBox(14, ring, words(words));
        body.setAlignment(Pos.CENTER_LEFT);
        return body;
    }

    private void ask(Phase.Asking asking) {
        var parameters = asking.parameters();
        var fields = new LinkedHashMap<String, TextField>();
        var form = new VBox(10);
        for (var parameter : parameters) {
            var field = parameter.secret() ? new PasswordField() : new TextField();
            field.setId("parameter-" + parameter.name());
            fields.put(parameter.name(), field);
            var help = words(parameter.description());
            help.getStyleClass().add("secondary");
            form.getChildren().add(new VBox(3, new Label(parameter.name()), field, help));
        }
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(Math.min(360, 74 * parameters.size()));
        var go = primary("Plan", () -> model.plan(asking, values(fields)));
        go.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> fields.values().stream().anyMatch(f -> f.getText().isBlank()),
                                fields.values().stream()
                                        .map(TextField::textProperty)
                                        .toArray(Observable[]::new)));
        fill("What only you know", scroll, plain("Cancel", model::cancel), go);
        applyCss(); // what scrolls joins the scene with its skin, and takes the focus only there
        fields.values().iterator().next().requestFocus();
    }

    private static Map<String, String> values(Map<String, TextField> fields) {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> values.put(name, field.getText().strip()));
        return values;
    }

    private void planned(Plan plan) {
        if (plan.isEmpty()) {
            fill(
                    "Nothing to change",
                    words("What is deployed is already what is drawn."),
                    primary("Close", model::cancel));
            return;
        }
        var list = new ListView<Change>();
        list.setId("plan");
        list.setAccessibleText("Planned changes");
        list.getItems().setAll(plan.changes());
        list.setCellFactory(_ -> new ChangeCell(plan.stacks().size() > 1));
        list.setPrefHeight(Math.min(380, 12 + 34 * plan.changes().size()));
        var body = new VBox(8, words(summary(plan)), list);
        if (model.errors() > 0) {
            var warning =
                    words(
                            model.errors()
                                    + (model.errors() == 1 ? " problem is" : " problems are")
                                    + " still open that AWS will refuse.");
            warning.getStyleClass().add("failure-line");
            body.getChildren().addFirst(warning);
        }
        var go = primary("Deploy", model::accept);
        go.setId("deploy-accept");
        fill("The plan", body, plain("Discard", model::cancel), go);
        go.requestFocus();
    }

    static String summary(Plan plan) {
        long added = count(plan, "Add");
        long changed = count(plan, "Modify");
        long removed = count(plan, "Remove");
        return added + " to create, " + changed + " to change, " + removed + " to remove.";
    }

    private static long count(Plan plan, String action) {
        return plan.changes().stream().filter(c -> c.action().equals(action)).count();
    }

    private static Node outputs(Map<String, String> outputs) {
        var box = new VBox(6);
        outputs.forEach((name, value) -> {
            var text = new TextField(value);
            text.setEditable(false);
            text.getStyleClass().add("mono");
            box.getChildren().add(new VBox(2, new Label(name), text));
        });
        return box;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button plain(String text, Runnable action) {
        var button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button primary(String text, Runnable action) {
        var button = plain(text, action);
        button.setDefaultButton(true);
        button.getStyleClass().add("accent");
        return button;
    }

    private static final class ChangeCell extends ListCell<Change> {
        private final boolean several;

        /// @param several whether there are several stacks to tell apart
        ChangeCell(boolean several) {
            this.several = several;
        }

        @Override
        protected void updateItem(Change change, boolean empty) {
            super.updateItem(change, empty);
            setText(null);
            setGraphic(empty || change == null ? null : row(change));
        }

        private BorderPane row(Change change) {
            var sign =
                    new Label(
                            switch (change.action()) {
                                case "Add" -> "+";
                                case "Remove" -> "−";
                                default -> change.replacement() ? "±" : "~";
                            });
            sign.getStyleClass()
                    .addAll("change-sign", "change-" + change.action().toLowerCase(Locale.ROOT));
            sign.setMinWidth(20);
            var name = new Label(change.resource());
            var type =
                    new Label(
                            change.type()
                                    + (change.replacement() ? " · replaced" : "")
                                    + (several ? " · " + change.stack() : ""));
            type.getStyleClass().add("secondary");
            var row = new BorderPane(name, null, type, null, sign);
            BorderPane.setAlignment(name, Pos.CENTER_LEFT);
            BorderPane.setAlignment(type, Pos.CENTER_RIGHT);
            BorderPane.setAlignment(sign, Pos.CENTER_LEFT);
            row.setAccessibleText(change.action() + " " + change.resource() + ", " + change.type());
            return row;
        }
    }
}
