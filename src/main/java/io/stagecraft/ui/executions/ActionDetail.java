package io.stagecraft.ui.executions;

import io.stagecraft.ui.executions.ExecutionsViewModel.Detail;
import io.stagecraft.ui.executions.ExecutionsViewModel.Log;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.StatusGlyph;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// One action of a run: how it went, when, what it said, and the lines it wrote.
final class ActionDetail extends BorderPane {
    private final ExecutionsViewModel model;
    private final HBox head = new HBox(8);
    private final VBox facts = new VBox(4);
    private final TextArea log = new TextArea();

    ActionDetail(ExecutionsViewModel model) {
        this.model = model;
        setId("action-detail");
        getStyleClass().add("action-detail");
        log.setId("action-log");
        log.setAccessibleText("Log");
        log.setEditable(false);
        log.getStyleClass().addAll("mono", "action-log");
        log.setPrefRowCount(8);
        log.setMinHeight(Region.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("action-head");
        var scroll = new ScrollPane(new VBox(6, facts, log));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
        model.detailProperty().subscribe(d -> d.ifPresent(this::show));
        model.logProperty().subscribe(this::show);
    }

    private void show(Detail detail) {
        var back = new Button("", Icons.node("undo-2", 14));
        back.setId("all-actions");
        back.getStyleClass().addAll("flat", "icon-only", "small");
        back.setAccessibleText("All actions");
        back.setTooltip(new Tooltip("All actions"));
        back.setOnAction(_ -> model.closeDetail());
        var name = new Label(detail.action());
        name.getStyleClass().add("cause-title");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var again = new Button("Read the log");
        again.setId("read-log");
        again.getStyleClass().add("small");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.readLog());
        head.getChildren().setAll(back, new StatusGlyph(detail.status(), 16), name, again);
        facts.getChildren().setAll(facts(detail).stream().map(ActionDetail::line).toList());
        if (!detail.failure().isEmpty()) {
            var failure = line(detail.failure());
            failure.getStyleClass().add("failure-line");
            facts.getChildren().add(failure);
        }
        detail.url().ifPresent(u -> facts.getChildren().add(address(u)));
    }

    private static List<String> facts(Detail detail) {
        var facts = new ArrayList<String>();
        facts.add(
                detail.status().words()
                        + (detail.started().isEmpty() ? "" : " · began " + detail.started())
                        + (detail.ended().isEmpty() ? "" : " · ended " + detail.ended())
                        + (detail.took().isEmpty() ? "" : " · took " + detail.took()));
        if (!detail.summary().isEmpty()) {
            facts.add(detail.summary());
        }
        return facts;
    }

    private static Label line(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// To be copied: a practised run's address leads nowhere.
    private static TextField address(String url) {
        var field = new TextField(url);
        field.setEditable(false);
        field.setAccessibleText("Where the provider shows the work");
        field.getStyleClass().addAll("mono", "action-url");
        return field;
    }

    private void show(Log found) {
        log.setText(
                switch (found) {
                    case Log.Reading() -> "Reading…";
                    case Log.Lines(var lines) ->
                            lines.isEmpty()
                                    ? "It has written no log that AWS keeps."
                                    : String.join("\n", lines);
                    case Log.Unread(var why) -> why;
                });
        log.positionCaret(log.getText().lastIndexOf('\n') + 1); // its end, from where lines begin
    }
}
