package io.stagecraft.ui.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence that has to fit a line: a name in it may be a hundred letters long, and what is said of it comes behind.
public final class Brief {
    private static final int LONGEST = 40;
    private static final int HEAD = 20;
    private static final int TAIL = 12;
    private static final Pattern WORD = Pattern.compile("\\S{" + (LONGEST + 1) + ",}");

    private Brief() {}

    /// `sentence` with the middle of its longest words left out.
    public static String of(String sentence) {
        return WORD.matcher(sentence)
                .replaceAll(word -> Matcher.quoteReplacement(cut(word.group())));
    }

    private static String cut(String word) {
        return word.substring(0, word.offsetByCodePoints(0, HEAD))
                + "…"
                + word.substring(word.offsetByCodePoints(word.length(), -TAIL));
    }
}
