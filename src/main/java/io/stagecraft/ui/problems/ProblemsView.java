package io.stagecraft.ui.problems;

import io.stagecraft.ui.Checking;
import io.stagecraft.validate.Problem;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// A row per problem: how bad, what, where, why; a click leads there, a link mends it.
public final class ProblemsView extends BorderPane {
    private static final double ROW = 48;

    private final ProblemsViewModel model;
    private final SwitchOffBar bar;

    public ProblemsView(ProblemsViewModel model) {
        this.model = model;
        bar = new SwitchOffBar(model);
        setId("problems");
        getStyleClass().add("problems");
        var list = new ListView<Problem>();
        list.setId("problems-list");
        list.setAccessibleText("Problems");
        list.setCellFactory(_ -> new Row(model, bar));
        list.setFixedCellSize(ROW); // rows to be measured would be laid out frame after frame
        list.setOnKeyPressed(e -> {
            var selected = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && selected != null) {
                model.show(selected);
            } else if (e.getCode() == KeyCode.DELETE
                    && selected != null
                    && ProblemsViewModel.isAdvice(selected)) {
                bar.ask(selected);
            }
        });
        list.setPlaceholder(empty());
        setTop(bar);
        setCenter(list);
        setBottom(new SwitchedOff(model));
        model.problemsProperty().subscribe(found -> list.getItems().setAll(found));
    }

    /// What stands in the list's place: that all is well, or that nobody knows.
    private VBox empty() {
        var title = new Label();
        title.setId("problems-empty");
        title.getStyleClass().add("empty-title");
        title.setWrapText(true);
        var words = new Label("Every rule that is on was checked against the design as it stands.");
        words.getStyleClass().add("empty-words");
        words.managedProperty().bind(words.visibleProperty());
        model.checkingProperty()
                .subscribe(how -> {
                    title.setText(title(how));
                    words.setVisible(how instanceof Checking.Done);
                });
        var box = new VBox(6, title, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static String title(Checking how) {
        return switch (how) {
            case Checking.Pending() -> "Checking the design…";
            case Checking.Done() -> "No problems";
            case Checking.Broken(var why) -> why;
        };
    }

    private static final class Row extends ListCell<Problem> {
        private final ProblemRow row;

        Row(ProblemsViewModel model, SwitchOffBar bar) {
            row = new ProblemRow(model, bar);
            setPrefWidth(0); // as wide as the list: long words are cut, and the fixes stay in sight
            setOnMouseClicked(e -> {
                if (!isEmpty() && e.getButton() == MouseButton.PRIMARY) {
                    model.show(getItem());
                }
            });
            setOnContextMenuRequested(e -> {
                if (!isEmpty()) {
                    row.menu(getItem()).show(this, e.getScreenX(), e.getScreenY());
                    e.consume();
                }
            });
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
            } else {
                row.show(problem);
                setGraphic(row);
            }
        }
    }
}
