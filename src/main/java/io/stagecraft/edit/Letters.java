package io.stagecraft.edit;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// Names of any language in the letters that AWS takes, so that they can still be read.
public final class Letters {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /// What a person writes where the letter is missing; Unicode cannot take these apart, or not as they are read.
    private static final Map<Character, String> WRITTEN =
            Map.ofEntries(
                    Map.entry('ä', "ae"),
                    Map.entry('ö', "oe"),
                    Map.entry('ü', "ue"),
                    Map.entry('ß', "ss"),
                    Map.entry('æ', "ae"),
                    Map.entry('œ', "oe"),
                    Map.entry('ø', "oe"),
                    Map.entry('å', "aa"),
                    Map.entry('þ', "th"),
                    Map.entry('ð', "d"),
                    Map.entry('đ', "d"),
                    Map.entry('ł', "l"),
                    Map.entry('ı', "i"));

    private Letters() {}

    /// `text` without umlauts and accents; letters of other scripts stay.
    public static String plain(String text) {
        var whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            var letter = whole.charAt(i);
            var written = WRITTEN.get(Character.toLowerCase(letter));
            plain.append(written == null ? letter : cased(written, whole, i));
        }
        return ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    /// `text` in plain letters, with one `-` for each run of `others` and none at its ends; empty where nothing is left.
    public static String name(String text, Pattern others) {
        var name = others.matcher(plain(text).strip()).replaceAll("-");
        return EDGES.matcher(name).replaceAll("");
    }

    /// The same, but never empty.
    static String name(String text, Pattern others, String otherwise) {
        var name = name(text, others);
        return name.isEmpty() ? otherwise : name;
    }

    /// `Übung` begins with `Ue`, `ÜBUNG` with `UE`.
    private static String cased(String written, String text, int at) {
        if (!Character.isUpperCase(text.charAt(at))) {
            return written;
        }
        var neighbour = at + 1 < text.length() ? at + 1 : at - 1;
        var loud = neighbour >= 0 && Character.isUpperCase(text.charAt(neighbour));
        return loud
                ? written.toUpperCase(java.util.Locale.ROOT)
                : Character.toUpperCase(written.charAt(0)) + written.substring(1);
    }
}
