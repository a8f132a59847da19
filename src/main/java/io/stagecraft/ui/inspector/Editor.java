package io.stagecraft.ui.inspector;

import javafx.scene.Node;

/// A control over a part of the design.
interface Editor {
    Node node();

    /// Shows what the design holds now; leaves alone what somebody is typing.
    void refresh();

    /// Takes the focus.
    default void focus() {
        node().requestFocus();
    }
}
