package io.stagecraft.ui.canvas;

import io.stagecraft.ui.TrainerControls;
import io.stagecraft.ui.TrainerControls.Kind;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks how an action is to go wrong, and how often. Enter breaks it, Esc leaves it whole.
final class BreakForm extends VBox {
    private static final double WIDTH = 320;

    private final TrainerControls trainer;
    private final String action;
    private final Runnable close;
    private final ToggleGroup kinds = new ToggleGroup();
    private final TextField detail = new TextField();
    private final RadioButton always = new RadioButton("Until mended");

    BreakForm(TrainerControls trainer, String action, Runnable close) {
        super(8);
        this.trainer = trainer;
        this.action = action;
        this.close = close;
        setId("break-form");
        getStyleClass().addAll("problem-note", "break-form");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var title = new Label("Break " + action);
        title.getStyleClass().add("strong");
        detail.setId("break-detail");
        getChildren().add(title);
        trainer.kinds().forEach(k -> getChildren().add(row(k)));
        getChildren().addAll(detail, often(), buttons());
        kinds.selectedToggleProperty().subscribe(this::chosen);
        kinds.getToggles().stream().findFirst().ifPresent(kinds::selectToggle);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private VBox row(Kind kind) {
        var button = new RadioButton(kind.title());
        button.setId("break-" + kind.id());
        button.setToggleGroup(kinds);
        button.setUserData(kind);
        var help = new Label(kind.help());
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().addAll("secondary", "break-help");
        help.setLabelFor(button);
        return new VBox(1, button, help);
    }

    private HBox often() {
        var group = new ToggleGroup();
        var once = new RadioButton("The next time only");
        once.setId("break-once");
        once.setToggleGroup(group);
        once.setSelected(true);
        always.setId("break-always");
        always.setToggleGroup(group);
        var box = new HBox(14, once, always);
        box.getStyleClass().add("break-often");
        return box;
    }

    private HBox buttons() {
        var cancel = new Button("Cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> close.run());
        var go = new Button("Break");
        go.setId("break-go");
        go.getStyleClass().addAll("small", "accent");
        go.setOnAction(_ -> go());
        var box = new HBox(8, cancel, go);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private void chosen(Toggle toggle) {
        if (toggle != null && toggle.getUserData() instanceof Kind kind) {
            detail.setPromptText(kind.asks());
            detail.setAccessibleText(kind.asks());
            detail.setDisable(kind.asks().isEmpty());
            detail.clear();
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            event.consume();
            go();
        }
    }

    private void go() {
        if (kinds.getSelectedToggle().getUserData() instanceof Kind kind) {
            close.run();
            trainer.breakIt(action, kind, detail.getText().strip(), always.isSelected());
        }
    }

    void open() {
        detail.requestFocus();
    }
}
