package io.stagecraft.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Some of several values, each a chip to press.
final class ChipsEditor implements Editor {
    private final FlowPane chips = new FlowPane(6, 6);
    private final Supplier<List<String>> read;

    ChipsEditor(List<String> values, Supplier<List<String>> read, Consumer<List<String>> write) {
        this.read = read;
        for (var value : values) {
            var chip = new ToggleButton(value);
            chip.getStyleClass().add("chip");
            chip.setMnemonicParsing(false);
            chip.setOnAction(_ -> write.accept(pressed()));
            chips.getChildren().add(chip);
        }
    }

    private List<String> pressed() {
        return chips.getChildren().stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList();
    }

    @Override
    public Node node() {
        return chips;
    }

    @Override
    public void refresh() {
        var on = read.get();
        for (var chip : chips.getChildren()) {
            if (chip instanceof ToggleButton button) {
                button.setSelected(on.contains(button.getText()));
            }
        }
    }
}
