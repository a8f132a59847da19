package io.stagecraft.ui.code;

import io.stagecraft.ui.code.CodeViewModel.CodeFile;
import io.stagecraft.ui.code.CodeViewModel.Language;
import io.stagecraft.ui.code.CodeViewModel.Line;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Code with line numbers, colours and a bar beside lines that are new since the last save.
public final class CodeView extends BorderPane {
    private static final double LINE = 19;

    private final CodeViewModel model;
    private final ListView<Line> lines = new ListView<>();

    public CodeView(CodeViewModel model) {
        this.model = model;
        setId("code");
        getStyleClass().add("code");
        setTop(bar());
        setCenter(list());
    }

    /// Scrolls to the place where something of that name is written, if there is one.
    public void reveal(String name) {
        int line = model.lineOf(name);
        if (line >= 0) {
            lines.scrollTo(Math.max(0, line - 2));
            lines.getSelectionModel().clearAndSelect(line);
        }
    }

    private HBox bar() {
        var group = new ToggleGroup();
        var bar = new HBox(4);
        for (var language : model.languages()) {
            var button = new ToggleButton(language.title());
            button.setId("code-" + language.title());
            button.getStyleClass().add("quiet-toggle");
            button.setToggleGroup(group);
            button.setUserData(language);
            button.setSelected(language.equals(model.languageProperty().get()));
            bar.getChildren().add(button);
        }
        group.selectedToggleProperty()
                .subscribe((was, now) -> {
                    if (now == null) {
                        was.setSelected(true);
                    } else {
                        model.pathProperty().set(Optional.empty());
                        model.languageProperty().set((Language) now.getUserData());
                    }
                });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(files(), space, failure(), copy());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private ComboBox<String> files() {
        var choice = new ComboBox<String>();
        choice.setId("code-file");
        choice.setAccessibleText("File");
        model.filesProperty()
                .subscribe(found -> {
                    var paths = found.stream().map(CodeFile::path).toList();
                    if (!paths.equals(choice.getItems())) {
                        choice.getItems().setAll(paths);
                    }
                    var path = model.pathProperty().get();
                    choice.setValue(path.orElse(paths.isEmpty() ? null : paths.getFirst()));
                    choice.setVisible(paths.size() > 1);
                    choice.setManaged(paths.size() > 1);
                });
        choice.setOnAction(_ -> model.pathProperty().set(Optional.ofNullable(choice.getValue())));
        return choice;
    }

    private Label failure() {
        var label = new Label();
        label.getStyleClass().add("failure-line");
        model.failureProperty()
                .subscribe(why -> {
                    label.setText(why.map(w -> "Shown as it last was. " + w).orElse(""));
                    label.setVisible(why.isPresent());
                });
        return label;
    }

    private Button copy() {
        var button = new Button("Copy");
        button.setId("code-copy");
        button.setOnAction(_ -> toClipboard(model.text()));
        return button;
    }

    private ListView<Line> list() {
        lines.setId("code-lines");
        lines.setAccessibleText("Code");
        lines.getStyleClass().add("code-lines");
        lines.setCellFactory(_ -> new LineCell());
        lines.setFixedCellSize(
                LINE); // to learn the heights a list would lay itself out for many frames
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var nothing = new Label("No code yet: draw a stage first.");
        nothing.getStyleClass().add("empty-words");
        lines.setPlaceholder(nothing);
        model.linesProperty().subscribe(this::show);
        var copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        lines.setOnKeyPressed(e -> {
            if (copy.match(e)) {
                toClipboard(
                        lines.getSelectionModel().getSelectedItems().stream()
                                .map(Line::text)
                                .collect(Collectors.joining("\n")));
                e.consume();
            }
        });
        return lines;
    }

    /// Changes only the lines that differ, so the list keeps its place while somebody types.
    private void show(List<Line> now) {
        var items = lines.getItems();
        int common = Math.min(items.size(), now.size());
        for (int i = 0; i < common; i++) {
            if (!items.get(i).equals(now.get(i))) {
                items.set(i, now.get(i));
            }
        }
        if (items.size() > now.size()) {
            items.remove(now.size(), items.size());
        } else {
            items.addAll(now.subList(common, now.size()));
        }
    }

    private static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row(line));
        }

        private static HBox row(Line line) {
            var number = new Label(String.valueOf(line.number()));
            number.getStyleClass().add("line-number");
            var bar = new Region();
            bar.getStyleClass().add(line.isNew() ? "line-new" : "line-same");
            var flow = new TextFlow();
            for (var token : line.tokens()) {
                var text = new Text(token.text());
                text.getStyleClass()
                        .addAll(
                                "code-text",
                                "code-" + token.kind().name().toLowerCase(Locale.ROOT));
                flow.getChildren().add(text);
            }
            var row = new HBox(number, bar, flow);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
