package io.stagecraft.ui.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/// Finds what somebody means by a few letters: they occur in this order, best at the beginnings of words.
public final class Fuzzy {
    private static final int IN_A_ROW = 4;
    private static final int AT_A_WORD = 6;
    private static final int WHOLE = 30;

    private Fuzzy() {}

    /// How well `text` answers `query`; nothing when it does not. Spaces in the query count for nothing.
    public static OptionalInt score(String query, String text) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        var in = text.toLowerCase(Locale.ROOT);
        if (in.contains(wanted)) {
            int at = in.indexOf(wanted);
            return OptionalInt.of(
                    WHOLE + wanted.length() * IN_A_ROW + (isWordStart(text, at) ? WHOLE : 0) - at);
        }
        return scattered(wanted.replace(" ", ""), in, text);
    }

    private static OptionalInt scattered(String wanted, String in, String text) {
        int score = 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            int next = in.indexOf(wanted.charAt(i), at + 1);
            if (next < 0) {
                return OptionalInt.empty();
            }
            score += next == at + 1 && i > 0 ? IN_A_ROW : isWordStart(text, next) ? AT_A_WORD : -1;
            at = next;
        }
        // letters strewn over a sentence mean nothing
        return score >= wanted.length() ? OptionalInt.of(score) : OptionalInt.empty();
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || Character.isUpperCase(text.charAt(at))
                        && Character.isLowerCase(text.charAt(at - 1));
    }

    /// Those that answer `query`, best first; all of them, as they stand, for an empty one.
    public static <T> List<T> best(String query, List<T> all, Function<T, String> text) {
        if (query.isBlank()) {
            return all;
        }
        record Found<T>(T item, int score) {}
        return all.stream()
                .map(i -> new Found<>(i, score(query, text.apply(i)).orElse(Integer.MIN_VALUE)))
                .filter(f -> f.score() > Integer.MIN_VALUE)
                .sorted(Comparator.comparingInt((Found<T> f) -> -f.score()))
                .map(Found::item)
                .toList();
    }
}
