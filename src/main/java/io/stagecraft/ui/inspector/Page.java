package io.stagecraft.ui.inspector;

import javafx.scene.Node;

import java.util.ArrayList;
import java.util.List;

/// What the inspector shows for one selection.
interface Page extends Editor {
    /// Whether what it is about still exists.
    boolean fits();

    /// The column that its rows stand in, where they may come one after the other; otherwise nothing.
    default List<Node> rows() {
        return new ArrayList<>();
    }

    /// Brings a field into view and gives it the focus.
    void show(String field);
}
