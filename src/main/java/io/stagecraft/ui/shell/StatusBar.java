package io.stagecraft.ui.shell;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.ui.CanvasCommands;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/// The line at the bottom: what is selected, whether it is in a file, the Practice account, the zoom and the panes.
final class StatusBar extends HBox {
    private static final List<Integer> SPEEDS = List.of(1, 10, 20, 60, 300, 1000);

    private final Workspace workspace;

    StatusBar(
            Workspace workspace, Commands commands, WindowActions actions, CanvasCommands canvas) {
        this.workspace = workspace;
        getStyleClass().add("status-bar");
        var hint = new Label();
        hint.setId("status-hint");
        hint.setMinWidth(40);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        InvalidationListener look = _ -> hint.setText(hint());
        workspace.selectionProperty().addListener(look);
        workspace.designProperty().addListener(look);
        hint.setText(hint());
        var zoom = new Label();
        StringBinding percent =
                Bindings.createStringBinding(
                        () -> Math.round(canvas.zoomProperty().get() * 100) + " %",
                        canvas.zoomProperty());
        zoom.textProperty().bind(percent);
        zoom.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        hint,
                        saved(),
                        practice(actions),
                        zoom,
                        pane(commands.get("toggle-palette")),
                        pane(commands.get("toggle-bottom")),
                        pane(commands.get("toggle-inspector")));
    }

    private String hint() {
        var design = workspace.design();
        var items = workspace.selectionProperty().get().items();
        if (items.isEmpty()) {
            return design.stages().isEmpty()
                    ? "Drag an action from the left to begin."
                    : counted(design.stages().size(), "stage")
                            + ", "
                            + counted((int) design.actions().count(), "action");
        }
        return items.size() > 1
                ? items.size() + " selected"
                : switch (items.getFirst()) {
                    case Selection.OfAction(var id) ->
                            design.action(id)
                                    .map(a -> a.name() + " · " + title(a) + place(design, id))
                                    .orElse("");
                    case Selection.OfStage(var id) ->
                            design.stage(id)
                                    .map(s ->
                                            s.name()
                                                    + " stage · "
                                                    + counted(s.actions().size(), "action"))
                                    .orElse("");
                    case Selection.OfTransition(var into) ->
                            design.stage(into).map(s -> "Transition into " + s.name()).orElse("");
                    case Selection.OfWire(var artifact, var consumer) ->
                            design.action(consumer)
                                    .map(a -> artifact + " to " + a.name())
                                    .orElse(artifact);
                };
    }

    private String title(Action action) {
        return workspace
                .catalog()
                .find(action.type())
                .map(ActionSpec::title)
                .orElse(action.type().provider());
    }

    private static String place(Design design, ActionId id) {
        return design.stageOf(id).map(s -> " in " + s.name()).orElse("");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private Label saved() {
        var label = new Label();
        label.setId("status-saved");
        label.setMinWidth(USE_PREF_SIZE);
        InvalidationListener look = _ -> label.setText(state());
        workspace.designProperty().addListener(look);
        workspace.savedProperty().addListener(look);
        workspace.fileProperty().addListener(look);
        label.setText(state());
        return label;
    }

    private String state() {
        var file = workspace.fileProperty().get().map(f -> f.getFileName().toString());
        return workspace.isDirty()
                ? file.map(f -> "Not saved to " + f).orElse("Not saved")
                : file.map(f -> "Saved in " + f).orElse("Not saved yet");
    }

    private static MenuButton practice(WindowActions actions) {
        var button = new MenuButton();
        button.setId("status-practice");
        button.getStyleClass().addAll("flat", "no-arrow", "status-menu");
        button.setTooltip(
                new Tooltip("Where the Practice account listens, and how fast its time goes"));
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(actions),
                                actions.practiceAddress(),
                                actions.practiceSpeed()));
        var one = new ToggleGroup(); // a second click on the present one leaves it ticked
        for (int speed : SPEEDS) {
            var item = new RadioMenuItem("Time × " + speed);
            item.setToggleGroup(one);
            item.setOnAction(_ -> actions.practiceSpeed().set(speed));
            actions.practiceSpeed().subscribe(s -> item.setSelected(s.intValue() == speed));
            button.getItems().add(item);
        }
        return button;
    }

    private static String words(WindowActions actions) {
        var address = actions.practiceAddress().getValue();
        return address.isEmpty()
                ? "Practice account off"
                : "Practice account "
                        + address.replace("http://", "")
                        + " · ×"
                        + Math.round(actions.practiceSpeed().get());
    }

    private static Button pane(Command toggle) {
        var button = new Button("", Icons.node(toggle.icon(), 14));
        button.setId(toggle.id());
        button.getStyleClass().addAll("flat", "icon-only", "small");
        button.setOnAction(_ -> toggle.run());
        button.setTooltip(
                new Tooltip(
                        toggle.title().getValue()
                                + toggle.keys().map(k -> "  " + k.getDisplayText()).orElse("")));
        return button;
    }
}
