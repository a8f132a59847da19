package io.stagecraft.iam;

/// A text as it stands in JSON that is put together from [Text], where a name may hold anything that a person typed.
public final class JsonLetters {
    private JsonLetters() {}

    /// With its quotes.
    public static String quoted(String letters) {
        return "\"" + escaped(letters) + "\"";
    }

    /// Without quotes.
    public static String escaped(String letters) {
        var safe = new StringBuilder();
        for (char c : letters.toCharArray()) {
            if (c == '"' || c == '\\') {
                safe.append('\\').append(c);
            } else if (c < ' ') {
                safe.append(String.format("\\u%04x", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
