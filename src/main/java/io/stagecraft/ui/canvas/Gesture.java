package io.stagecraft.ui.canvas;

/// What the pointer is doing between press and release, in points of the drawing. One that is cancelled leaves all as
/// it was.
interface Gesture {
    void move(Spot at);

    void drop(Spot at);

    /// Escape.
    void cancel();
}
