package io.stagecraft.ui.canvas;

/// What the pointer is doing between press and release, in points of the drawing. One that is cancelled leaves all as
/// it was.
interface Gesture {
    void move(Spot at);

    void drop(Spot at);

    /// Escape; and while the pointer is where a drop would not be seen.
    void cancel();

    /// Whether it goes on beyond the edge of the canvas.
    default boolean reachesOut() {
        return false;
    }
}
