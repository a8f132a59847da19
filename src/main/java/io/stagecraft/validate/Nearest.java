package io.stagecraft.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The name that was probably meant.
public final class Nearest {
    private Nearest() {}

    /// The candidate that differs from `written` in case alone, or else in the fewest letters, up to a third of them.
    public static Optional<String> to(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(c -> distance(written, c) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt(c -> distance(written, c)));
    }

    private static int distance(String a, String b) {
        var x = a.toLowerCase(Locale.ROOT);
        var y = b.toLowerCase(Locale.ROOT);
        if (Math.abs(x.length() - y.length()) > Math.max(1, x.length() / 3)) {
            return Integer.MAX_VALUE;
        }
        var row = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                var same = x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1;
                var next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + same);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[y.length()];
    }
}
