package io.stagecraft.ui.inspector;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

import org.jspecify.annotations.Nullable;

/// Finds a field's row in a form.
final class Rows {
    private Rows() {}

    /// Scrolls to the field's row and gives its control the focus; does nothing where there is none.
    static void focus(Parent page, Node content, String field) {
        page.applyCss(); // what is folded away joins the scene with its skin
        if (content instanceof ScrollPane scroll
                && scroll.getContent() instanceof Parent form
                && find(form, "field-" + field) instanceof FieldRow row) {
            unfold(row);
            page.applyCss();
            page.layout();
            double room =
                    form.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            double y = form.sceneToLocal(row.localToScene(0, 0)).getY();
            scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - 16) / room, 0, 1));
            row.focus();
        }
    }

    /// Opens what the row is folded away in.
    private static void unfold(Node row) {
        for (var around = row.getParent(); around != null; around = around.getParent()) {
            if (around instanceof TitledPane pane) {
                pane.setExpanded(true);
            }
        }
    }

    private static @Nullable Node find(Parent in, String id) {
        for (var child : in.getChildrenUnmodifiable()) {
            if (id.equals(child.getId())) {
                return child;
            }
            if (child instanceof Parent parent && find(parent, id) instanceof Node found) {
                return found;
            }
        }
        return null;
    }
}
