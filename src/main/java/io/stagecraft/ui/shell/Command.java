package io.stagecraft.ui.shell;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

import java.util.Optional;

/// Something a person can have done: it stands in the menu, in the search and on the sheet of shortcuts.
///
/// @param id such as `undo`; its menu item is `#menu-undo`
/// @param title what the menu says; may change, as that of Undo does
/// @param icon a picture's name
/// @param enabled whether it would do anything now
public record Command(
        String id,
        ObservableValue<String> title,
        String icon,
        Optional<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable work) {
    /// One that is always possible.
    ///
    /// @param keys such as `Shortcut+S`; empty for none
    static Command of(String id, String title, String icon, String keys, Runnable work) {
        return new Command(
                id,
                new SimpleStringProperty(title),
                icon,
                keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)),
                new SimpleBooleanProperty(true),
                work);
    }

    Command when(ObservableBooleanValue possible) {
        return new Command(id, title, icon, keys, possible, work);
    }

    Command titled(ObservableValue<String> words) {
        return new Command(id, words, icon, keys, enabled, work);
    }

    /// The keys as people read them; empty for none.
    public String keyText() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }

    /// Does it, if it is possible now.
    public void run() {
        if (enabled.get()) {
            work.run();
        }
    }
}
