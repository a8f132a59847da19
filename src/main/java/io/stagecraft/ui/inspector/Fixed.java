package io.stagecraft.ui.inspector;

import javafx.scene.Node;

/// What is built anew rather than refreshed.
record Fixed(Node node) implements Editor {
    @Override
    public void refresh() {}
}
