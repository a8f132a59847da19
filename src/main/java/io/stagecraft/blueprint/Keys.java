package io.stagecraft.blueprint;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Hands out logical ids: readable, of letters and digits, never the same twice.
final class Keys {
    private static final int LONGEST = 60; // leaves room for a number within 64
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern NOT_OF_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_DASHES = Pattern.compile("^-+|-+$");

    private final Set<String> taken = new HashSet<>();

    /// `orders-build` with `Project` gives `OrdersBuildProject`; what ends like that already stays as it is.
    String of(String name, String suffix) {
        var pascal = pascal(name);
        var whole = pascal.endsWith(suffix) ? pascal : cut(pascal, suffix.length()) + suffix;
        var free = whole;
        for (int n = 2; !taken.add(free); n++) {
            free = whole + n;
        }
        return free;
    }

    private static String cut(String pascal, int room) {
        return pascal.substring(0, Math.min(pascal.length(), LONGEST - room));
    }

    static String pascal(String name) {
        var pascal = new StringBuilder();
        for (var word : BETWEEN_WORDS.split(name)) {
            if (!word.isEmpty()) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        if (pascal.isEmpty() || Character.isDigit(pascal.charAt(0))) {
            pascal.insert(0, "The");
        }
        return cut(pascal.toString(), 0);
    }

    /// Small letters, digits and dashes: fit for a bucket, an alias and a stack.
    static String slug(String name, int longest) {
        var slug = NOT_OF_SLUG.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        var cut = slug.substring(0, Math.min(slug.length(), longest));
        var bare = OUTER_DASHES.matcher(cut).replaceAll("");
        return bare.isEmpty() ? "pipeline" : bare;
    }
}
