package io.stagecraft.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

    /// The candidate that differs in case, blanks and signs alone, as `runOrder` does from `run_order`.
    public static Optional<String> same(String written, Collection<String> candidates) {
        var word = letters(written);
        return candidates.stream().filter(c -> letters(c).equals(word)).findFirst();
    }

    /// As [#same] or [#to] finds it; or else the candidate that begins with `written`, or the other way round, or has it as one of its words.
    ///
    /// Of `befor` and `entry` this makes `beforeEntry`, of `timeout` `timeoutMinutes`.
    public static Optional<String> like(String written, Collection<String> candidates) {
        var word = letters(written);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        return same(written, candidates)
                .or(() -> to(written, candidates))
                .or(() -> candidates.stream().filter(c -> begins(letters(c), word)).findFirst())
                .or(() -> candidates.stream().filter(c -> begins(word, letters(c))).findFirst())
                .or(() -> candidates.stream().filter(c -> words(c).contains(word)).findFirst());
    }

    private static final int SHORTEST_START = 3;

    private static boolean begins(String longer, String shorter) {
        return shorter.length() >= SHORTEST_START && longer.startsWith(shorter);
    }

    /// A name's letters and digits in lower case.
    public static String letters(String name) {
        var kept = new StringBuilder();
        name.chars().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }

    /// The words of a name such as `beforeEntry`, in lower case.
    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            if (i == name.length() || Character.isUpperCase(name.charAt(i))) {
                words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                start = i;
            }
        }
        return words;
    }

    /// How many letters are missing, too many or others; two neighbours that changed places count as one.
    private static int distance(String a, String b) {
        var x = a.toLowerCase(Locale.ROOT);
        var y = b.toLowerCase(Locale.ROOT);
        if (Math.abs(x.length() - y.length()) > Math.max(1, x.length() / 3)) {
            return Integer.MAX_VALUE;
        }
        var before = new int[y.length() + 1];
        var last = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            var row = new int[y.length() + 1];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                var same = x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && x.charAt(i - 1) == y.charAt(j - 2)
                        && x.charAt(i - 2) == y.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[y.length()];
    }
}
