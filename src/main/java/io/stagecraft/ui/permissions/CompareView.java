package io.stagecraft.ui.permissions;

import io.stagecraft.ui.permissions.CompareViewModel.Kind;
import io.stagecraft.ui.permissions.CompareViewModel.Line;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.function.Supplier;

/// A place to paste a policy, and what comes of it.
final class CompareView extends BorderPane {
    private final ListView<Line> lines = new ListView<>();
    private final TextArea policy = new TextArea();

    /// @param role the logical id of the role that is chosen
    CompareView(CompareViewModel model, Supplier<String> role) {
        setId("permission-compare");
        policy.setId("compare-policy");
        policy.setPromptText(
                "Paste a policy in JSON, or a CloudFormation template with the role in it");
        policy.setAccessibleText("The policy of a role that is there");
        policy.getStyleClass().add("mono");
        policy.setWrapText(true);
        lines.setId("compare-lines");
        lines.setAccessibleText("What is missing and what is too wide");
        lines.getStyleClass().add("permission-rows");
        lines.setCellFactory(_ -> new LineCell(lines));
        var hint = new Label("What is missing, and what is wider than needed, is listed here.");
        hint.getStyleClass().add("empty-words");
        lines.setPlaceholder(hint);
        model.linesProperty().subscribe(found -> lines.getItems().setAll(found));
        var compare = new Button("Compare");
        compare.setId("compare-run");
        compare.disableProperty().bind(policy.textProperty().map(String::isBlank));
        compare.setOnAction(_ -> model.compare(role.get(), policy.getText()));
        var bar = new HBox(compare);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        var given = new BorderPane(policy);
        given.setBottom(bar);
        var split = new SplitPane(given, lines);
        split.setDividerPositions(0.42);
        setCenter(split);
    }

    private static final class LineCell extends ListCell<Line> {
        private final ListView<Line> list;

        LineCell(ListView<Line> list) {
            this.list = list;
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : box(line));
        }

        /// A grid, since it alone knows how high wrapped words are before it is laid out.
        private GridPane box(Line line) {
            var kind = new Label(title(line.kind()));
            kind.getStyleClass().add("secondary");
            var box = new GridPane(0, 2);
            var column = new ColumnConstraints();
            column.setPercentWidth(100);
            box.getColumnConstraints().add(column);
            box.addColumn(0, kind, wrapped(line.words(), "mono"));
            line.detail().forEach(d -> box.add(wrapped(d, "secondary"), 0, box.getRowCount()));
            box.getStyleClass().add("permission-row");
            box.prefWidthProperty().bind(list.widthProperty().subtract(40));
            box.setMaxWidth(Region.USE_PREF_SIZE);
            setAccessibleText(title(line.kind()) + ": " + line.words());
            return box;
        }

        private static Label wrapped(String text, String style) {
            var label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(style);
            return label;
        }

        private static String title(Kind kind) {
            return switch (kind) {
                case MISSING -> "Missing";
                case OPEN -> "Cannot be told";
                case WIDE -> "Wider than needed";
                case FINE -> "Enough";
                case UNREADABLE -> "Not compared";
            };
        }
    }
}
