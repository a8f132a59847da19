package io.stagecraft.ui.problems;

import io.stagecraft.ui.Checking;
import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.kit.Marks;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
        list.setCellFactory(_ -> new Row());
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

    private final class Row extends ListCell<Problem> {
        Row() {
            setPrefWidth(0); // as wide as the list: long words are cut, and the fixes stay in sight
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(null);
            setGraphic(empty || problem == null ? null : row(problem));
            setContextMenu(empty || problem == null ? null : menu(problem));
            setOnMouseClicked(e -> {
                if (!empty && problem != null && e.getButton() == MouseButton.PRIMARY) {
                    model.show(problem);
                }
            });
        }

        private Region row(Problem problem) {
            var message = new Label(problem.message());
            message.getStyleClass().add("problem-message");
            message.setMinWidth(0);
            message.setTooltip(full(problem.message()));
            var place = new Label(model.place(problem));
            place.getStyleClass().add("secondary");
            place.setMinWidth(0);
            place.setTooltip(full(place.getText()));
            var first = new HBox(8, message, place);
            first.setAlignment(Pos.BASELINE_LEFT);
            var why = new Label(problem.rule().why());
            why.getStyleClass().add("secondary");
            why.setMinWidth(0);
            why.setTooltip(full(problem.rule().why()));
            var words = new VBox(2, first, why);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var id = new Label(problem.rule().id());
            id.getStyleClass().addAll("secondary", "mono");
            id.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(10, Marks.of(problem.rule().severity()), words);
            problem.fixes().forEach(fix -> row.getChildren().add(link(fix)));
            row.getChildren().add(id);
            if (ProblemsViewModel.isAdvice(problem)) {
                row.getChildren().add(off(problem));
            }
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("problem");
            row.setAccessibleText(words(problem.rule().severity()) + ": " + problem.message());
            return row;
        }

        private static Tooltip full(String words) {
            var tip = new Tooltip(words);
            tip.setWrapText(true);
            tip.setMaxWidth(480);
            return tip;
        }

        private ContextMenu menu(Problem problem) {
            var menu = new ContextMenu(item("Show it", () -> model.show(problem)));
            problem.fixes()
                    .forEach(f -> menu.getItems().add(item(f.label(), () -> model.accept(f))));
            if (ProblemsViewModel.isAdvice(problem)) {
                menu.getItems().add(new SeparatorMenuItem());
                menu.getItems().add(item("Switch off in this design…", () -> bar.ask(problem)));
            }
            return menu;
        }

        private static MenuItem item(String words, Runnable work) {
            var item = new MenuItem(words);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> work.run());
            return item;
        }

        private Button off(Problem problem) {
            var button = new Button("", Icons.node("x", 14));
            button.getStyleClass().addAll("flat", "icon-only", "small", "switch-off-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip("Switch off in this design…"));
            button.setAccessibleText("Switch off " + problem.rule().id() + " in this design");
            button.setOnAction(_ -> bar.ask(problem));
            return button;
        }

        private Hyperlink link(Fix fix) {
            var link = new Hyperlink(fix.label());
            link.getStyleClass().add("fix");
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(_ -> model.accept(fix));
            return link;
        }

        private static String words(Severity severity) {
            return switch (severity) {
                case ERROR -> "Error";
                case WARNING -> "Warning";
                case HINT -> "Hint";
            };
        }
    }
}
