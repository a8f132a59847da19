package io.stagecraft.ui.shell;

import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The panels below the canvas. Folded, only their titles show; a click on one unfolds them.
final class BottomPane extends StackPane {
    private static final double FOLDED = 34;
    private static final double LEAST = 120;

    /// Enough for a list with the reason of a failure under it.
    private static final double USABLE = 220;

    private final TabPane tabs = new TabPane();
    private final Button fold = new Button();
    private final Map<BottomTab, Node> made = new HashMap<>();
    private @Nullable SplitPane column;
    private double height;

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
        var widest = new Label(panel.title()); // as the title is when chosen: no other tab moves
        widest.getStyleClass().add("tab-width");
        widest.setVisible(false);
        var face = new HBox(6, new StackPane(widest, title), note);
        face.setAlignment(Pos.CENTER);
        face.setId("tab-" + panel.id());
        var tab = new Tab();
        tab.setId(panel.id());
        tab.setGraphic(face);
        return tab;
    }

    /// Tells where it stands, last of all, and may take its room from.
    void standIn(SplitPane home) {
        column = home;
    }

    /// Makes the panel of that id the one that shows, as soon as the panels are unfolded.
    void choose(String id) {
        tabs.getTabs().stream()
                .filter(t -> id.equals(t.getId()))
                .forEach(t -> tabs.getSelectionModel().select(t));
    }

    /// Shows the panel of that id, unfolded and high enough to read what somebody asked for.
    void show(String id) {
        choose(id);
        setFolded(false);
        var room = column == null ? 0 : column.getHeight();
        if (getHeight() > 0 && Math.max(height, getHeight()) < USABLE && room > 0) {
            stretch(Math.min(USABLE, room / 2));
        }
    }

    /// Makes it as high as that, in pixels, once the window has its size.
    void stretch(double to) {
        var home = column;
        if (home == null || home.getHeight() <= 0 || to <= FOLDED) {
            return;
        }
        height = to;
        home.layout(); // with what it may be now; a divider goes no further than it could in
        // the last layout
        home.setDividerPosition(home.getDividers().size() - 1, 1 - to / home.getHeight());
    }

    boolean isFolded() {
        return getMaxHeight() == FOLDED;
    }

    /// Unfolded, it is as high as it was.
    void setFolded(boolean folded) {
        boolean wasFolded = isFolded();
        if (folded && !wasFolded) {
            height = getHeight();
        }
        setMinHeight(folded ? FOLDED : LEAST);
        setMaxHeight(folded ? FOLDED : Double.MAX_VALUE);
        fold.setGraphic(Icons.node(folded ? "chevron-up" : "chevron-down", 14));
        fold.setTooltip(new Tooltip(folded ? "Unfold the panels" : "Fold the panels"));
        if (wasFolded && !folded) {
            stretch(height);
        } else if (!folded) {
            height = 0; // as high as it stands
        }
    }
}
