package io.stagecraft.ui.palette;

import io.stagecraft.model.ActionType;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Gradually;
import io.stagecraft.ui.kit.Tile;
import io.stagecraft.ui.palette.PaletteViewModel.Entry;
import io.stagecraft.ui.palette.PaletteViewModel.Head;
import io.stagecraft.ui.palette.PaletteViewModel.Line;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// The list of actions at the left: type to search, drag onto the canvas, Enter or double click to add.
public final class PaletteView extends VBox {
    private static final double HEAD = 28;
    private static final double ROW = 30;
    private static final int STEP = 4;

    private final PaletteViewModel model;
    private final Consumer<ActionType> drag;
    private final Consumer<ActionType> add;
    private final TextField query = new TextField();
    private final ListView<Line> list = new ListView<>();
    private boolean read;

    /// @param drag begins a drag; the canvas follows it from there
    /// @param add adds an action after the selection
    public PaletteView(
            PaletteViewModel model, Consumer<ActionType> drag, Consumer<ActionType> add) {
        this.model = model;
        this.drag = drag;
        this.add = add;
        setId("palette");
        getStyleClass().add("palette");
        query.setId("palette-query");
        query.setPromptText("Find an action");
        query.textProperty().subscribe((_, text) -> show(text));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::fromQuery);
        list.setId("palette-list");
        list.setCellFactory(_ -> new LineCell());
        list.setPlaceholder(new VBox()); // nothing is known to be missing yet
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::fromList);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(query, list);
    }

    /// Brings the entries in a few a frame, as soon as they have been read.
    public void fill(Frames frames) {
        model.read(lines -> {
            read = true;
            list.setPlaceholder(nothing());
            if (query.getText().isEmpty()) {
                Gradually.fill(frames, list.getItems(), lines, STEP);
            } else {
                show(query.getText()); // somebody was faster than the disk
            }
        });
    }

    private static VBox nothing() {
        var words =
                new Label(
                        "No action of that name.\nTry what it does: “build”, “deploy”, “approve”.");
        words.setWrapText(true);
        var box = new VBox(words);
        box.setId("palette-nothing");
        box.getStyleClass().add("empty");
        return box;
    }

    private void show(String text) {
        if (!read) {
            return; // the answer comes with the catalogue
        }
        list.getItems().setAll(model.lines(text));
        selectEntry(0, 1);
        if (text.isBlank()) {
            list.getSelectionModel().clearSelection();
        }
        list.scrollTo(0);
    }

    /// Selects the first entry from `at` on, in steps of `step`; heads cannot be chosen.
    private void selectEntry(int at, int step) {
        for (int i = at; i >= 0 && i < list.getItems().size(); i += step) {
            if (list.getItems().get(i) instanceof Entry) {
                list.getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private void fromQuery(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN) {
            if (list.getSelectionModel().isEmpty()) {
                selectEntry(0, 1);
            }
            list.requestFocus();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            addSelected();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !query.getText().isEmpty()) {
            query.clear();
            key.consume();
        }
    }

    private void fromList(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            addSelected();
            key.consume();
        }
        // a head is stepped over the way the person was going
        if (list.getSelectionModel().getSelectedItem() instanceof Head) {
            int at = list.getSelectionModel().getSelectedIndex();
            if (key.getCode() == KeyCode.UP && at == 0) {
                query.requestFocus();
            } else {
                selectEntry(at, key.getCode() == KeyCode.UP ? -1 : 1);
            }
        }
    }

    private void addSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Entry(var spec)) {
            add.accept(spec.type());
        }
    }

    private final class LineCell extends ListCell<Line> {
        LineCell() {
            setPrefWidth(0); // as wide as the list: a long title is cut, not scrolled to
            setOnDragDetected(_ -> {
                if (getItem() instanceof Entry(var spec)) {
                    list.getSelectionModel().clearSelection(); // the press chose it
                    drag.accept(spec.type());
                }
            });
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && getItem() instanceof Entry(var spec)) {
                    add.accept(spec.type());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setId(null);
            getStyleClass().removeAll("palette-head", "palette-entry");
            setMouseTransparent(!(line instanceof Entry));
            switch (line) {
                case null -> {}
                case Head(var category) -> {
                    setPrefHeight(HEAD);
                    getStyleClass().add("palette-head");
                    var head = new Label(category.word().toUpperCase(Locale.ROOT));
                    head.getStyleClass().add("group-head");
                    setGraphic(head);
                }
                case Entry entry -> show(entry);
            }
        }

        private void show(Entry entry) {
            setPrefHeight(ROW);
            getStyleClass().add("palette-entry");
            setId("palette-" + entry.spec().type().provider());
            var title = new Label(entry.spec().title());
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            var row =
                    new HBox(
                            new Tile(entry.spec().type().category(), entry.spec().icon(), 18),
                            title);
            row.getStyleClass().add("palette-row");
            for (var tag : entry.tags()) {
                var label = new Label(tag);
                label.setMinWidth(USE_PREF_SIZE);
                label.getStyleClass().add("palette-tag");
                row.getChildren().add(label);
            }
            setGraphic(row);
            var about = new Tooltip(entry.spec().title() + "\n" + entry.about());
            about.setWrapText(true);
            about.setMaxWidth(320);
            setTooltip(about);
        }
    }
}
