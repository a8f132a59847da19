package io.stagecraft.ui;

import io.stagecraft.model.ActionType;

import javafx.beans.value.ObservableDoubleValue;

import java.util.List;

/// What menus, keys and the palette ask of the canvas.
public interface CanvasCommands {
    void zoomIn();

    void zoomOut();

    void zoomActual();

    /// Shows the whole drawing.
    void fit();

    /// Shows the whole drawing where that stays legible, otherwise where it begins.
    void begin();

    /// Remembers which part of the drawing shows, and how large.
    ///
    /// @return shows it so again
    Runnable keep();

    void fitSelection();

    void selectAll();

    void cut();

    void copy();

    void paste();

    void duplicate();

    void deleteSelection();

    /// Renames what is selected, in place.
    void rename();

    /// What the canvas understands beside the menus.
    List<KeyHelp> keys();

    /// 1 is 100 %.
    ObservableDoubleValue zoomProperty();

    /// Begins the drag of a new action from the palette; the canvas follows it from here on.
    void drag(ActionType type);

    /// Adds an action after the selection, as an expert would.
    void add(ActionType type);
}
