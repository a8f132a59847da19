package io.stagecraft.ui.canvas;

/// An upright rectangle of the drawing, in its own units: pixels at 100 %.
public record Box(double x, double y, double width, double height) {
    /// The smallest box around two points.
    public static Box between(Spot a, Spot b) {
        return new Box(
                Math.min(a.x(), b.x()),
                Math.min(a.y(), b.y()),
                Math.abs(a.x() - b.x()),
                Math.abs(a.y() - b.y()));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Spot centre() {
        return new Spot(x + width / 2, y + height / 2);
    }

    public boolean contains(Spot spot) {
        return spot.x() >= x && spot.x() <= right() && spot.y() >= y && spot.y() <= bottom();
    }

    public boolean contains(Box other) {
        return other.x() >= x
                && other.y() >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    public boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The smallest box around both.
    public Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    /// Grown by `margin` on every side.
    public Box grown(double margin) {
        return grown(margin, margin);
    }

    /// Grown by `beside` at the left and the right, by `above` at the top and the bottom.
    public Box grown(double beside, double above) {
        return new Box(x - beside, y - above, width + 2 * beside, height + 2 * above);
    }
}
