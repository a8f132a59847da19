package io.stagecraft.ui.inspector;

import javafx.scene.Node;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A list in the design as a form: a row for each item and a way to add one.
///
/// @param label what the button says that adds one
/// @param noun what an item is called in the Undo menu, such as "variable"
/// @param fresh the item that is added
record Listing<P>(
        String id, String label, String noun, Part<List<P>> list, Supplier<P> fresh, Row<P> row) {
    /// Draws one item.
    @FunctionalInterface
    interface Row<P> {
        /// @param box where the row's editors are tended
        /// @param remove takes the item away
        Node of(Live box, Part<P> item, Runnable remove);
    }

    /// The form; `field-` and the id is how it is found.
    ///
    /// @param none what stands there while the list is empty; may be empty itself
    Live form(String none) {
        var form = new Live(this::size, box -> fill(box, none));
        form.setId("field-" + id);
        return form;
    }

    private Optional<Integer> size() {
        return list.read().get().map(List::size);
    }

    private void fill(Live box, String none) {
        int size = size().orElse(0);
        if (size == 0 && !none.isEmpty()) {
            box.say(Forms.words(none));
        }
        for (int i = 0; i < size; i++) {
            int at = i;
            box.say(
                    row.of(
                            box,
                            Part.at(list, i),
                            () -> list.named("Remove " + noun).set(l -> Part.without(l, at))));
        }
        box.say(
                Forms.add(
                        "add-" + id,
                        label,
                        () -> list.named("Add " + noun).set(l -> Part.plus(l, fresh.get()))));
    }
}
