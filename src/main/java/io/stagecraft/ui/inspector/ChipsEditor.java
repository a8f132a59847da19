package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.FieldSpec;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

import java.util.stream.Collectors;

/// Some of a field's values, each a chip to press.
final class ChipsEditor implements Editor {
    private final FlowPane chips = new FlowPane(6, 6);
    private final SettingsForm model;
    private final FieldSpec field;

    ChipsEditor(SettingsForm model, FieldSpec field) {
        this.model = model;
        this.field = field;
        for (var value : field.values()) {
            var chip = new ToggleButton(value);
            chip.getStyleClass().add("chip");
            chip.setMnemonicParsing(false);
            chip.setOnAction(_ -> write());
            chips.getChildren().add(chip);
        }
    }

    private void write() {
        model.set(
                field.key(),
                chips.getChildren().stream()
                        .map(ToggleButton.class::cast)
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getText)
                        .collect(Collectors.joining(",")));
    }

    @Override
    public Node node() {
        return chips;
    }

    @Override
    public void refresh() {
        var on = Forms.list(model.setting(field.key()));
        for (var chip : chips.getChildren()) {
            if (chip instanceof ToggleButton button) {
                button.setSelected(on.contains(button.getText()));
            }
        }
    }
}
