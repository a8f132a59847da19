package io.stagecraft.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A searchable list over the canvas: type to narrow it, arrows to choose, Enter to take, Esc to leave.
final class PickList<T> extends VBox {
    /// One thing to choose.
    ///
    /// @param detail the dim words beside the name
    record Choice<T>(T value, String name, String detail, Node picture) {}

    private final List<Choice<T>> all;
    private final Consumer<T> chosen;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<Choice<T>> list = new ListView<>();

    PickList(String prompt, List<Choice<T>> all, Consumer<T> chosen, Runnable close) {
        this.all = all;
        this.chosen = chosen;
        this.close = close;
        getStyleClass().add("pick-list");
        setId("pick-list");
        search.setPromptText(prompt);
        search.setId("pick-search");
        list.setId("pick-choices");
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing by that name"));
        list.setCellFactory(_ -> new Cell<>());
        list.setFixedCellSize(32);
        list.setOnMouseClicked(_ -> take());
        search.textProperty().subscribe(this::narrow);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        close.run();
                    }
                });
        getChildren().addAll(search, list);
        setPrefSize(304, 312);
        setMaxSize(304, 312);
    }

    void open() {
        search.requestFocus();
    }

    private void narrow(String text) {
        var words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(c -> {
                                    var said =
                                            (c.name() + " " + c.detail()).toLowerCase(Locale.ROOT);
                                    return List.of(words).stream().allMatch(said::contains);
                                })
                                .toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1, event);
            case UP -> step(-1, event);
            case ENTER -> {
                event.consume();
                take();
            }
            case ESCAPE -> {
                event.consume();
                close.run();
            }
            default -> {
                // the search field's own
            }
        }
    }

    private void step(int by, KeyEvent event) {
        event.consume();
        int at =
                Math.clamp(
                        list.getSelectionModel().getSelectedIndex() + by,
                        0,
                        Math.max(0, list.getItems().size() - 1));
        list.getSelectionModel().select(at);
        list.scrollTo(at);
    }

    private void take() {
        var choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            close.run();
            chosen.accept(choice.value());
        }
    }

    private static final class Cell<T> extends ListCell<Choice<T>> {
        @Override
        protected void updateItem(@Nullable Choice<T> item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var name = new Label(item.name());
            var detail = new Label(item.detail());
            detail.getStyleClass().add("secondary");
            var row = new HBox(8, item.picture(), name, detail);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
