package io.stagecraft.ui.shell;

import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Ticker;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// The line that tells the person something, until they close it or the next one comes. What has gone well goes away by itself.
final class MessageBar extends HBox {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);

    private final Ticker ticker;
    private Runnable stopTicking = () -> {};

    MessageBar(Workspace workspace, Ticker ticker) {
        this.ticker = ticker;
        setId("message");
        workspace.messageProperty().subscribe(m -> show(workspace, m));
    }

    private void show(Workspace workspace, Optional<Message> message) {
        stopTicking.run();
        stopTicking =
                message.filter(m -> m.kind() == Message.Kind.DONE).isPresent()
                        ? ticker.every(
                                LONG_ENOUGH,
                                () -> workspace.messageProperty().set(Optional.empty()))
                        : () -> {};
        setVisible(message.isPresent());
        setManaged(message.isPresent());
        getChildren().clear();
        message.ifPresent(m -> fill(workspace, m));
    }

    private void fill(Workspace workspace, Message message) {
        getStyleClass().setAll("message-bar", message.kind().name().toLowerCase(Locale.ROOT));
        var text = new Label(message.text());
        text.getStyleClass().add("medium");
        text.setWrapText(true);
        var words = new VBox(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        if (!message.advice().isEmpty()) {
            var advice = new Label(message.advice());
            advice.setWrapText(true);
            words.getChildren().add(advice);
        }
        var close = new Button("", Icons.node("x", 14));
        close.setId("message-close");
        close.getStyleClass().addAll("flat", "icon-only", "small");
        close.setTooltip(new Tooltip("Close"));
        close.setOnAction(_ -> workspace.messageProperty().set(Optional.empty()));
        getChildren().addAll(Icons.node(icon(message.kind()), 16), words, close);
    }

    private static String icon(Message.Kind kind) {
        return switch (kind) {
            case DONE -> "circle-check";
            case INFO -> "info";
            case WARNING -> "triangle-alert";
            case FAILURE -> "octagon-x";
        };
    }
}
