package io.stagecraft.ui.canvas;

/// How much of the drawing is worth showing at a scale. Far away, text and curves cost much and say nothing.
public enum Detail {
    /// Everything.
    FULL,
    /// No small text; names are written larger, so that a whole pipeline can be read.
    PLAIN,
    /// A card is one block, a wire a few straight lines.
    BLOCK;

    private static final double SLACK = 0.02; // around a threshold nothing flickers

    /// The detail at `scale` after `this` one.
    public Detail at(double scale) {
        double small = this == FULL ? 0.7 - SLACK : 0.7 + SLACK;
        double tiny = this == BLOCK ? 0.35 + SLACK : 0.35 - SLACK;
        return scale < tiny ? BLOCK : scale < small ? PLAIN : FULL;
    }
}
