package io.stagecraft.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// A question with its answers; the last one is what Enter means.
final class Question extends VBox {
    /// @param id of its button
    record Answer(String id, String label, Runnable work) {}

    Question(String title, String text, List<Answer> answers) {
        getStyleClass().add("question");
        var head = new Label(title);
        head.getStyleClass().add("title");
        head.setWrapText(true);
        var body = new Label(text);
        body.setWrapText(true);
        var buttons = new HBox();
        buttons.getStyleClass().add("question-buttons");
        for (var answer : answers) {
            var button = new Button(answer.label());
            button.setId(answer.id());
            button.setOnAction(_ -> answer.work().run());
            button.setDefaultButton(answer.equals(answers.getLast()));
            buttons.getChildren().add(button);
        }
        getChildren().addAll(head, body, buttons);
    }

    @Override
    public void requestFocus() {
        lookupAll(".button").forEach(b -> b.requestFocus());
    }
}
