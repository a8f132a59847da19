package io.stagecraft.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Offers the variables that an unfinished `#{` may mean, with who makes each. Arrows choose, Enter or Tab takes, Esc leaves.
final class Completion {
    private static final double ROW = 40;
    private static final int ROWS = 6;

    private final TextInputControl control;
    private final SettingsForm model;
    private final ListView<VariableIndex.Offer> list = new ListView<>();
    private final Popup popup = new Popup();

    private Completion(TextInputControl control, SettingsForm model) {
        this.control = control;
        this.model = model;
        list.setId("completion");
        list.getStyleClass().add("completion");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(320);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new OfferCell());
        list.setOnMouseClicked(_ -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        control.caretPositionProperty().subscribe(_ -> offer());
        control.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        popup.hide();
                    }
                });
    }

    /// Gives a text the offers.
    static void on(TextInputControl control, SettingsForm model) {
        new Completion(control, model);
    }

    private void offer() {
        var offers =
                control.isFocused()
                        ? model.completions(control.getText(), control.getCaretPosition())
                        : List.<VariableIndex.Offer>of();
        if (offers.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(offers);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(offers.size(), ROWS) * ROW + 10);
        if (!popup.isShowing()) {
            var at = control.localToScreen(0, control.getHeight() + 4);
            if (at != null) {
                popup.show(control, at.getX(), at.getY());
            }
        }
    }

    private void steer(KeyEvent key) {
        if (!popup.isShowing()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case KeyCode.DOWN -> select(at + 1);
            case KeyCode.UP -> select(at - 1);
            case KeyCode.ENTER, KeyCode.TAB -> take();
            case KeyCode.ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void select(int at) {
        int to = Math.clamp(at, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - ROWS + 2));
    }

    private void take() {
        var offer = list.getSelectionModel().getSelectedItem();
        if (offer != null) {
            int caret = control.getCaretPosition();
            var text = VariableIndex.completed(control.getText(), caret, offer.use());
            int end = text.indexOf('}', text.substring(0, caret).lastIndexOf("#{")) + 1;
            popup.hide();
            control.setText(text);
            control.positionCaret(end);
        }
    }

    private static final class OfferCell extends ListCell<VariableIndex.Offer> {
        @Override
        protected void updateItem(VariableIndex.@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            setText(null);
            setGraphic(offer == null || empty ? null : row(offer));
        }

        private static VBox row(VariableIndex.Offer offer) {
            var name = new Label(offer.use().text());
            name.getStyleClass().add("mono");
            var from = new Label("from " + offer.from());
            from.getStyleClass().add("secondary");
            return new VBox(name, from);
        }
    }
}
