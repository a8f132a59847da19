package io.stagecraft.ui.inspector;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A column of editors that is built anew only when what it is made of changes; else its editors refresh in place,
/// so that Undo steals nobody's focus.
final class Live extends VBox implements Editor {
    private final Supplier<?> shape;
    private final Consumer<Live> fill;
    private final List<Editor> editors = new ArrayList<>();
    private @Nullable Object built;

    /// @param shape equal as long as the same editors serve
    /// @param fill adds them
    Live(Supplier<?> shape, Consumer<Live> fill) {
        this.shape = shape;
        this.fill = fill;
        getStyleClass().add("live");
        setMinWidth(0); // a form is as wide as its pane, whatever stands in it
        refresh();
    }

    /// Adds an editor under the others.
    void add(Editor editor) {
        editors.add(editor);
        getChildren().add(editor.node());
    }

    /// Adds what needs no refreshing.
    void say(Node node) {
        getChildren().add(node);
    }

    /// Refreshes an editor that stands in a node added by itself.
    <E extends Editor> E tend(E editor) {
        editors.add(editor);
        editor.refresh();
        return editor;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void refresh() {
        var now = shape.get();
        if (!Objects.equals(now, built)) {
            built = now;
            editors.clear();
            getChildren().clear();
            fill.accept(this);
            setManaged(!getChildren().isEmpty());
        }
        List.copyOf(editors).forEach(Editor::refresh);
    }
}
