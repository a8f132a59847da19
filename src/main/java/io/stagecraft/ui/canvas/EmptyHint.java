package io.stagecraft.ui.canvas;

import io.stagecraft.ui.kit.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What an empty canvas says: how to begin.
final class EmptyHint extends VBox {
    EmptyHint(Runnable add) {
        super(12);
        setId("empty-canvas");
        getStyleClass().add("empty-canvas");
        setAlignment(Pos.CENTER);
        var picture = new StackPane(Icons.node("workflow", 28));
        picture.getStyleClass().add("empty-picture");
        var title = new Label("Where does the code come from?");
        title.getStyleClass().add("empty-title");
        var line = new Label("Drag a source here from the left, or press Insert to choose one.");
        line.getStyleClass().add("empty-line");
        line.setWrapText(true);
        var button = new Button("Add an action");
        button.setId("empty-add");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> add.run());
        getChildren().addAll(picture, title, line, button);
    }
}
