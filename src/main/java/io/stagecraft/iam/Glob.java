package io.stagecraft.iam;

/// IAM's patterns: `*` for any letters, `?` for one. Letters that come from a policy variable stand for themselves and are
/// marked on their way.
final class Glob {
    private static final char LITERAL_STAR = '\uE000';
    private static final char LITERAL_MARK = '\uE001';

    private Glob() {}

    /// Letters that are no pattern.
    static String escaped(String text) {
        return text.replace('*', LITERAL_STAR).replace('?', LITERAL_MARK);
    }

    static String unescaped(String text) {
        return text.replace(LITERAL_STAR, '*').replace(LITERAL_MARK, '?');
    }

    /// In time that grows with the product of the lengths at most.
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char pattern, char letter) {
        return switch (pattern) {
            case '?' -> true;
            case LITERAL_STAR -> letter == '*';
            case LITERAL_MARK -> letter == '?';
            default -> pattern == letter;
        };
    }

    /// ARNs are compared part by part: no pattern reaches over a colon, save in the last part.
    static boolean matchesArn(String pattern, String arn) {
        var wanted = pattern.split(":", 6);
        var given = arn.split(":", 6);
        if (wanted.length != 6 || given.length != 6) {
            return pattern.equals("*") || pattern.equals(arn);
        }
        for (int i = 0; i < 6; i++) {
            if (!matches(wanted[i], given[i])) {
                return false;
            }
        }
        return true;
    }
}
