package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionType;

/// How the palette hands an action type to the canvas.
public interface PaletteDrag {
    /// Picks a type up: call it on the first drag of a palette item. From then on the canvas hears the scene itself,
    /// until the button is let go or Esc is pressed; a second call meanwhile is ignored.
    void begin(ActionType type);

    /// Adds a type after what is selected, as somebody would who has done it often.
    void add(ActionType type);
}
