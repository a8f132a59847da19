package io.stagecraft.ui.problems;

import io.stagecraft.ui.problems.ProblemsViewModel.Off;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The advice that is switched off in the design, folded to a line: what, why, and a way back.
final class SwitchedOff extends TitledPane {
    private static final double MOST = 120;

    private final ProblemsViewModel model;
    private final VBox rows = new VBox(2);

    SwitchedOff(ProblemsViewModel model) {
        this.model = model;
        setId("switched-off");
        getStyleClass().add("switched-off");
        setAnimated(false);
        setExpanded(false);
        setMnemonicParsing(false);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST);
        setContent(scroll);
        model.offProperty().subscribe(this::fill);
    }

    private void fill(List<Off> off) {
        setVisible(!off.isEmpty());
        setManaged(!off.isEmpty());
        setText(off.size() + " switched off in this design");
        rows.getChildren().setAll(off.stream().map(this::row).toList());
    }

    private HBox row(Off off) {
        var id = new Label(off.rule());
        id.getStyleClass().addAll("secondary", "mono");
        id.setMinWidth(Region.USE_PREF_SIZE);
        var title = new Label(off.title().isEmpty() ? "No rule has this id" : off.title());
        title.getStyleClass().add("problem-message");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var reason = new Label(off.reason().isEmpty() ? "no reason given" : off.reason());
        reason.getStyleClass().add("secondary");
        reason.setMinWidth(0);
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setTooltip(new Tooltip(reason.getText()));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var on = new Hyperlink("Switch on");
        on.setId("switch-on-" + off.rule());
        on.getStyleClass().add("fix");
        on.setMinWidth(Region.USE_PREF_SIZE);
        on.setOnAction(_ -> model.switchOn(off));
        var row = new HBox(10, id, title, reason, on);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("problem");
        return row;
    }
}
