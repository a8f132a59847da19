package io.stagecraft.ui.kit;

import java.time.Duration;

/// How long something took, as short as a card has room for.
public final class Elapsed {
    private Elapsed() {}

    /// `6 s`, `1:42`, `12 m`, `2 h 5 m` or `3 d`; less than nothing is `0 s`.
    public static String text(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 600) {
            return "%d:%02d".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 3600) {
            return seconds / 60 + " m";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " m";
        }
        return seconds / 86_400 + " d";
    }
}
