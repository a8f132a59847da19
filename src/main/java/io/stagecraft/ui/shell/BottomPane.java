package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The panels below the canvas. Folded, only their titles show; a click on one unfolds them.
final class BottomPane extends StackPane {
    private static final double FOLDED = 34;
    private static final double LEAST = 120;

    private final TabPane tabs = new TabPane();
    private final Button fold = new Button();
    private final Map<BottomTab, Node> made = new HashMap<>();

    /// @param frames when the panel that shows first is made; the others are when their tab is chosen
    BottomPane(List<BottomTab> panels, Frames frames) {
        getStyleClass().add("bottom-pane");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        panels.forEach(p -> tabs.getTabs().add(tab(p)));
        tabs.setOnMousePressed(click -> {
            if (isFolded() && click.getY() < FOLDED) {
                setFolded(false);
            }
        });
        fold.setId("fold-bottom");
        fold.getStyleClass().addAll("flat", "icon-only", "small");
        fold.setOnAction(_ -> setFolded(!isFolded()));
        setAlignment(fold, Pos.TOP_RIGHT);
        getChildren().addAll(tabs, fold);
        setFolded(false);
        frames.later(() ->
                tabs.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(tab -> fill(panels, tab)));
    }

    /// Only the panel that shows is in the scene; the others would be styled and laid out at each edit.
    private void fill(List<BottomTab> panels, Tab shown) {
        for (int i = 0; i < panels.size(); i++) {
            var tab = tabs.getTabs().get(i);
            tab.setContent(
                    tab == shown
                            ? made.computeIfAbsent(panels.get(i), p -> p.content().get())
                            : null);
        }
    }

    private static Tab tab(BottomTab panel) {
        var title = new Label(panel.title());
        title.getStyleClass().add("tab-title");
        var note = new Label();
        note.getStyleClass().add("tab-note");
        note.textProperty().bind(panel.note());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        var face = new HBox(6, title, note);
        face.setAlignment(Pos.CENTER);
        face.setId("tab-" + panel.id());
        var tab = new Tab();
        tab.setId(panel.id());
        tab.setGraphic(face);
        return tab;
    }

    /// Shows the panel of that id, unfolded.
    void show(String id) {
        tabs.getTabs().stream()
                .filter(t -> id.equals(t.getId()))
                .forEach(t -> tabs.getSelectionModel().select(t));
        setFolded(false);
    }

    boolean isFolded() {
        return getMaxHeight() == FOLDED;
    }

    void setFolded(boolean folded) {
        setMinHeight(folded ? FOLDED : LEAST);
        setMaxHeight(folded ? FOLDED : Double.MAX_VALUE);
        fold.setGraphic(Icons.node(folded ? "chevron-up" : "chevron-down", 14));
        fold.setTooltip(new Tooltip(folded ? "Unfold the panels" : "Fold the panels"));
    }
}
