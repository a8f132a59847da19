package io.stagecraft.model.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// YAML within one line: `[a, "b"]`, `{a: b}`, quoted texts. JSON is of that kind.
///
/// @see <a href="https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions">Flow style</a>
final class FlowText {
    /// It is no YAML, or more of it than is read here.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("more YAML than is read here", null, false, false);
        }
    }

    private final String text;
    private int at;
    private int depth;

    private FlowText(String text) {
        this.text = text;
    }

    /// @throws Unreadable where it is none
    static Object read(String text) {
        var flow = new FlowText(text);
        if (!text.isEmpty() && "\"'[{".indexOf(text.charAt(0)) >= 0) {
            var value = flow.value();
            flow.space();
            if (flow.at < text.length() && text.charAt(flow.at) != '#') {
                throw new Unreadable();
            }
            return value;
        }
        return text;
    }

    /// Whether every bracket and quote that is opened in `text` is closed.
    static boolean isWhole(CharSequence text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = close(text, i);
                if (i < 0) {
                    return false;
                }
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            if (depth == 0) {
                return true; // the rest is a comment, or wrong
            }
        }
        return depth == 0;
    }

    /// Where the quote opened at `open` is closed, or -1.
    private static int close(CharSequence text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == '"' && c == '\\') {
                i++;
            } else if (c == quote) {
                boolean doubled =
                        quote == '\'' && i + 1 < text.length() && text.charAt(i + 1) == quote;
                if (!doubled) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private Object value() {
        if (++depth > Nesting.MOST) {
            throw new Unreadable();
        }
        space();
        Object value =
                switch (peek()) {
                    case '[' -> list();
                    case '{' -> mapping();
                    case '"', '\'' -> quoted();
                    default -> plain();
                };
        depth--;
        return value;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new Unreadable();
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean ate(char c) {
        space();
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private List<Object> list() {
        var list = new ArrayList<>();
        at++;
        while (!ate(']')) {
            list.add(value());
            if (!ate(',') && peek() != ']') {
                throw new Unreadable();
            }
        }
        return list;
    }

    private Map<String, Object> mapping() {
        var map = new LinkedHashMap<String, Object>();
        at++;
        while (!ate('}')) {
            var key = String.valueOf(value());
            map.put(key, ate(':') ? value() : "");
            if (!ate(',') && peek() != '}') {
                throw new Unreadable();
            }
        }
        return map;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0 && !isColon()) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private boolean isColon() {
        return text.charAt(at) == ':'
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    private String quoted() {
        int end = close(text, at);
        if (end < 0) {
            throw new Unreadable();
        }
        var inner = text.substring(at + 1, end);
        boolean single = text.charAt(at) == '\'';
        at = end + 1;
        return single ? inner.replace("''", "'") : unescaped(inner);
    }

    private static String unescaped(String inner) {
        var plain = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c != '\\' || i + 1 == inner.length()) {
                plain.append(c);
                continue;
            }
            char escape = inner.charAt(++i);
            switch (escape) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'u' -> {
                    if (i + 4 >= inner.length()) {
                        throw new Unreadable();
                    }
                    plain.append((char) hex(inner.substring(i + 1, i + 5)));
                    i += 4;
                }
                default -> plain.append(escape);
            }
        }
        return plain.toString();
    }

    private static int hex(String digits) {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw new Unreadable();
        }
    }
}
