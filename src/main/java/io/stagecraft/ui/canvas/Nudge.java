package io.stagecraft.ui.canvas;

/// A step that the keyboard moves something by.
enum Nudge {
    UP,
    DOWN,
    LEFT,
    RIGHT,
    /// Within its row.
    EARLIER,
    /// Within its row.
    LATER
}
