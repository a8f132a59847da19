package io.stagecraft.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;

import javafx.scene.Node;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Yes or no.
final class Switch implements Editor {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final BooleanSupplier read;
    private boolean refreshing;

    Switch(BooleanSupplier read, Consumer<Boolean> write) {
        this.read = read;
        toggle.selectedProperty()
                .subscribe((_, on) -> {
                    if (!refreshing) {
                        write.accept(on);
                    }
                });
    }

    @Override
    public Node node() {
        return toggle;
    }

    @Override
    public void refresh() {
        refreshing = true;
        toggle.setSelected(read.getAsBoolean());
        refreshing = false;
    }
}
