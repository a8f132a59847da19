package io.stagecraft.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON that stands in a setting: objects as maps, arrays as lists, texts as they are, anything else as it is spelled.
public final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /// The value, or nothing where the text is not JSON.
    public static Optional<Object> read(String text) {
        var json = new Json(text);
        try {
            var value = json.value();
            json.space();
            return json.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (NotJson _) {
            return Optional.empty();
        }
    }

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// A word such as `true` or `12`.
    public record Word(String spelled) {}

    private Object value() throws NotJson {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() throws NotJson {
        var members = new LinkedHashMap<String, Object>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            space();
            var key = string();
            space();
            take(':');
            members.put(key, value());
            space();
        } while (more('}'));
        return members;
    }

    private List<Object> array() throws NotJson {
        var elements = new ArrayList<Object>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value());
            space();
        } while (more(']'));
        return elements;
    }

    private boolean more(char end) throws NotJson {
        if (peek() == ',') {
            at++;
            return true;
        }
        take(end);
        return false;
    }

    private String string() throws NotJson {
        take('"');
        var found = new StringBuilder();
        while (peek() != '"') {
            if (peek() < ' ') {
                throw new NotJson();
            }
            if (peek() == '\\') {
                found.append(escaped());
            } else {
                found.append(text.charAt(at++));
            }
        }
        at++;
        return found.toString();
    }

    private char escaped() throws NotJson {
        at++;
        var letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() throws NotJson {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw new NotJson();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Word word() throws NotJson {
        var start = at;
        while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0
                || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        var word = text.substring(start, at);
        if (!word.matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw new NotJson();
        }
        return new Word(word);
    }

    private void take(char wanted) throws NotJson {
        if (peek() != wanted) {
            throw new NotJson();
        }
        at++;
    }

    private char peek() throws NotJson {
        if (at >= text.length()) {
            throw new NotJson();
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
