package io.stagecraft.ui.kit;

import java.util.List;

/// Fills a list a few entries a frame: what is styled and laid out for the first time takes a while, and the mouse must not
/// wait for a whole pane of it.
public final class Gradually {
    private Gradually() {}

    /// Empties `into` and gives it its entries back; stops where somebody else fills it meanwhile.
    ///
    /// @param into rows of a column or of a list
    /// @param step how many at a time
    public static <T> void refill(Frames frames, List<T> into, int step) {
        var all = List.copyOf(into);
        into.clear();
        fill(frames, into, all, step);
    }

    /// Gives `into`, which is empty, its entries; stops where somebody else fills it meanwhile.
    ///
    /// @param step how many at a time
    public static <T> void fill(Frames frames, List<T> into, List<? extends T> entries, int step) {
        next(frames, into, List.copyOf(entries), step);
    }

    private static <T> void next(Frames frames, List<T> into, List<T> all, int step) {
        int at = into.size();
        if (at < all.size()) {
            frames.later(() -> {
                if (into.equals(all.subList(0, at))) {
                    into.addAll(all.subList(at, Math.min(all.size(), at + step)));
                    next(frames, into, all, step);
                }
            });
        }
    }
}
