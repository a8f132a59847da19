package io.stagecraft.ui.canvas;

/// A point of the drawing, in its own units: pixels at 100 %.
public record Spot(double x, double y) {
    public Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }

    public double distance(Spot other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
