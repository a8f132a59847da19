package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Icons;
import io.stagecraft.ui.shell.SearchViewModel.Hit;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The search over everything: a line to type in, and what it finds. Arrows choose, Enter opens.
final class SearchCard extends VBox {
    private final TextField query = new TextField();
    private final ListView<Hit> hits = new ListView<>();
    private final Runnable close;

    SearchCard(SearchViewModel model, Runnable close) {
        this.close = close;
        setId("search");
        getStyleClass().add("search-card");
        query.setId("search-query");
        query.setPromptText("Search actions, settings, commands");
        query.textProperty().addListener((_, _, text) -> show(model, text));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        hits.setId("search-hits");
        hits.setCellFactory(_ -> new HitCell());
        hits.setFocusTraversable(false);
        hits.setOnMouseClicked(_ -> open());
        hits.setPlaceholder(nothing());
        VBox.setVgrow(hits, Priority.ALWAYS);
        getChildren().addAll(query, hits);
        show(model, "");
    }

    private static StackPane nothing() {
        return new StackPane(
                new Label("Nothing of that name. Try a provider, a setting or a command."));
    }

    private void show(SearchViewModel model, String text) {
        hits.getItems().setAll(model.find(text));
        hits.getSelectionModel().selectFirst();
        hits.scrollTo(0);
    }

    private void steer(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
            int next =
                    hits.getSelectionModel().getSelectedIndex()
                            + (key.getCode() == KeyCode.DOWN ? 1 : -1);
            hits.getSelectionModel()
                    .select(Math.clamp(next, 0, Math.max(0, hits.getItems().size() - 1)));
            hits.scrollTo(Math.max(0, hits.getSelectionModel().getSelectedIndex() - 5));
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            open();
            key.consume();
        }
    }

    private void open() {
        var hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            close.run();
            hit.open().run();
        }
    }

    @Override
    public void requestFocus() {
        query.requestFocus();
    }

    private static final class HitCell extends ListCell<Hit> {
        HitCell() {
            setPrefWidth(0); // as wide as the list, never wider
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            setGraphic(hit == null || empty ? null : row(hit));
        }

        private static HBox row(Hit hit) {
            var title = new Label(hit.title());
            title.setMinWidth(40);
            var detail = new Label(hit.detail());
            detail.getStyleClass().add("secondary");
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            var kind = new Label(hit.kind());
            kind.getStyleClass().add("secondary");
            kind.setMinWidth(USE_PREF_SIZE);
            var row = new HBox(10, Icons.node(hit.icon(), 16), title, detail, kind);
            row.getStyleClass().add("hit");
            return row;
        }
    }
}
