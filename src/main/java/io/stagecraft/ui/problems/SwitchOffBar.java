package io.stagecraft.ui.problems;

import io.stagecraft.validate.Problem;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

/// Asks why a rule is to be switched off: nobody does so without a reason.
final class SwitchOffBar extends FlowPane {
    private final ProblemsViewModel model;
    private final Label question = new Label();
    private final TextField reason = new TextField();
    private final Button done = new Button("Switch off");
    private @Nullable Problem about;

    SwitchOffBar(ProblemsViewModel model) {
        super(8, 6);
        this.model = model;
        setId("switch-off");
        getStyleClass().add("switch-off");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        question.getStyleClass().add("problem-message");
        reason.setId("switch-off-reason");
        reason.setPromptText("Why it does not matter here");
        reason.setPrefColumnCount(28);
        reason.setOnAction(_ -> accept());
        done.setId("switch-off-accept");
        done.getStyleClass().add("accent");
        done.disableProperty().bind(reason.textProperty().map(String::isBlank));
        done.setOnAction(_ -> accept());
        var cancel = new Button("Cancel");
        cancel.setOnAction(_ -> close());
        getChildren().addAll(question, reason, done, cancel);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        close();
                        key.consume();
                    }
                });
        close();
    }

    void ask(Problem problem) {
        about = problem;
        question.setText(
                "Switch off " + problem.rule().id() + " “" + problem.rule().title() + "” here?");
        reason.clear();
        setVisible(true);
        setManaged(true);
        reason.requestFocus();
    }

    private void accept() {
        var problem = about;
        if (problem != null && !reason.getText().isBlank()) {
            model.switchOff(problem, reason.getText());
            close();
        }
    }

    private void close() {
        about = null;
        setVisible(false);
        setManaged(false);
    }
}
