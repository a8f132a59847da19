package io.stagecraft.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One of several, chosen from a list that is drawn up anew each time the design changes.
final class ChoiceEditor<T> implements Editor {
    private static final PseudoClass PROMPTING = PseudoClass.getPseudoClass("prompting");

    private final ComboBox<T> combo = new ComboBox<>();
    private final Supplier<List<T>> choices;
    private final Supplier<Optional<T>> read;
    private boolean refreshing;

    ChoiceEditor(
            Supplier<List<T>> choices,
            Function<T, String> words,
            Supplier<Optional<T>> read,
            Consumer<T> write) {
        this.choices = choices;
        this.read = read;
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setMinWidth(0);
        combo.setVisibleRowCount(12);
        combo.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : words.apply(choice);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null; // nobody types here
                    }
                });
        combo.valueProperty()
                .subscribe((_, chosen) -> {
                    if (!refreshing && chosen != null) {
                        write.accept(chosen);
                    }
                });
    }

    ChoiceEditor<T> prompt(String words) {
        combo.setPromptText(words);
        return this;
    }

    @Override
    public ComboBox<T> node() {
        return combo;
    }

    @Override
    public void refresh() {
        refreshing = true;
        var now = choices.get();
        if (!now.equals(combo.getItems())) {
            combo.getItems().setAll(now);
        }
        combo.setValue(read.get().orElse(null));
        combo.pseudoClassStateChanged(PROMPTING, combo.getValue() == null);
        refreshing = false;
    }
}
