package io.stagecraft.model.images;

/// Whether a text has more inside each other than anybody writes: readers go down a step for each, and there is an end to that.
final class Nesting {
    private static final int MOST = 60;

    private Nesting() {}

    static boolean isDeep(String text) {
        int depth = 0;
        int dashes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{' || c == '(') {
                depth++;
            } else if (c == ']' || c == '}' || c == ')') {
                depth = Math.max(0, depth - 1);
            }
            dashes = c == '-' ? dashes + 1 : c == ' ' ? dashes : 0;
            if (depth > MOST || dashes > MOST && text.startsWith("- ", i)) {
                return true;
            }
        }
        return false;
    }
}
