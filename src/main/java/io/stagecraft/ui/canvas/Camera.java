package io.stagecraft.ui.canvas;

/// Which part of the drawing the window shows: a point of it at `(p.x·scale + x, p.y·scale + y)`.
///
/// @param scale 0.05–4
public record Camera(double x, double y, double scale) {
    static final double SMALLEST = 0.05;
    static final double LARGEST = 4;
    private static final double MARGIN = 32;
    private static final double COVER_GAP = 8;

    /// 100 %, with the drawing a little off the corner.
    public static final Camera START = new Camera(32, 56, 1);

    public Camera {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
    }

    /// Larger by `factor`; what is under `at`, a point of the window, stays there.
    public Camera zoomed(Spot at, double factor) {
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double k = next / scale;
        return new Camera(at.x() - (at.x() - x) * k, at.y() - (at.y() - y) * k, next);
    }

    public Camera moved(double dx, double dy) {
        return new Camera(x + dx, y + dy, scale);
    }

    /// Shows all of `box` in a window of that size, in its middle, at 100 % at most.
    public static Camera showing(Box box, double width, double height) {
        var roomy = box.grown(32);
        double scale =
                Math.clamp(Math.min(width / roomy.width(), height / roomy.height()), SMALLEST, 1);
        return new Camera(
                (width - box.width() * scale) / 2 - box.x() * scale,
                (height - box.height() * scale) / 2 - box.y() * scale,
                scale);
    }

    /// Shows the left end of `box` in a window of that height: in its middle, or from the top of what is higher.
    static Camera beginning(Box box, double height, double scale) {
        double above = Math.max(MARGIN, (height - box.height() * scale) / 2);
        return new Camera(MARGIN - box.x() * scale, above - box.y() * scale, scale);
    }

    /// Moved just so far that `box` is in a window of that size.
    public Camera revealing(Box box, double width, double height) {
        double margin = 24;
        double left = box.x() * scale + x;
        double top = box.y() * scale + y;
        return moved(
                shift(left, box.width() * scale, width, margin),
                shift(top, box.height() * scale, height, margin));
    }

    /// Moved just so far that `box` is in a window of that size and, where there is room beside it, not under what lies there.
    ///
    /// @param covered a part of the window, at its lower right
    public Camera revealing(Box box, double width, double height, Box covered) {
        double margin = 24;
        var there = revealing(box, width, height);
        var at = there.shown(box);
        if (!at.grown(COVER_GAP).meets(covered)) {
            return there;
        }
        double left = at.right() + COVER_GAP - covered.x();
        double up = at.bottom() + COVER_GAP - covered.y();
        boolean roomLeft = at.x() - left >= margin;
        boolean roomUp = at.y() - up >= margin;
        if (roomUp && (!roomLeft || up <= left)) {
            return there.moved(0, -up);
        }
        return roomLeft ? there.moved(-left, 0) : there;
    }

    /// Where in the window a part of the drawing is shown.
    public Box shown(Box box) {
        return new Box(
                box.x() * scale + x,
                box.y() * scale + y,
                box.width() * scale,
                box.height() * scale);
    }

    private static double shift(double from, double size, double room, double margin) {
        double over = from + size - (room - margin);
        double pushed = over > 0 ? -over : 0;
        return from + pushed < margin ? margin - from : pushed;
    }

    /// The point of the drawing that is shown at a point of the window.
    public Spot world(Spot at) {
        return new Spot((at.x() - x) / scale, (at.y() - y) / scale);
    }

    /// Where in the window a point of the drawing is shown.
    public Spot screen(Spot at) {
        return new Spot(at.x() * scale + x, at.y() * scale + y);
    }

    /// The part of the drawing that a window of that size shows.
    public Box view(double width, double height) {
        return new Box(-x / scale, -y / scale, width / scale, height / scale);
    }
}
