package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Icons;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where a new design begins: a starter each with a line on whom it is for, and the empty page.
final class StarterChooser extends VBox {
    private final Consumer<Optional<Documents.Starter>> chosen;

    StarterChooser(
            List<Documents.Starter> starters,
            Consumer<Optional<Documents.Starter>> chosen,
            Runnable cancel) {
        this.chosen = chosen;
        getStyleClass().add("starters");
        var title = new Label("New from starter");
        title.getStyleClass().add("title");
        var list = new VBox();
        list.getStyleClass().add("starter-list");
        for (var starter : starters) {
            list.getChildren()
                    .add(
                            row(
                                    "starter-" + starter.name(),
                                    starter.title(),
                                    starter.paragraph(),
                                    "workflow",
                                    Optional.of(starter)));
        }
        list.getChildren()
                .add(
                        row(
                                "starter-empty",
                                "Empty pipeline",
                                "A V2 pipeline with nothing in it.",
                                "file",
                                Optional.empty()));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var close = new Button("Cancel");
        close.setOnAction(_ -> cancel.run());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("question-buttons");
        getChildren().addAll(title, scroll, buttons);
    }

    private HBox row(
            String id, String title, String text, String icon, Optional<Documents.Starter> what) {
        var name = new Label(title);
        name.getStyleClass().add("strong");
        var words = new Label(text);
        words.getStyleClass().add("secondary");
        words.setWrapText(true);
        var texts = new VBox(2, name, words);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        // no button: one does not know how high text is that wraps in it
        var row = new HBox(12, Icons.node(icon, 20), texts);
        row.setId(id);
        row.getStyleClass().add("starter");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(title);
        row.setOnMouseClicked(_ -> chosen.accept(what));
        row.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                chosen.accept(what);
                key.consume();
            }
        });
        return row;
    }

    @Override
    public void requestFocus() {
        Optional.ofNullable(lookup(".starter")).ifPresent(b -> b.requestFocus());
    }
}
