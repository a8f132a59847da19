package io.stagecraft.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the parser says of a text, in words for whoever wrote the text: the parser's own speak of its options and classes.
final class Complaint {
    private static final Pattern CHARACTER =
            Pattern.compile("Unexpected character \\((?s:'.*?'|[^(]*) ?\\(?code (\\d+).*");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'.*");
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\".*");
    private static final int SHOWN = 40;

    private Complaint() {}

    static String of(String parsers) {
        var message = parsers.lines().findFirst().orElse("");
        if (message.contains("(non-standard) comment")) {
            return "a comment stands there, and JSON has none";
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return "it ends too early";
        }
        if (message.contains("nesting depth")) {
            return "it is nested too deep";
        }
        if (message.contains("CTRL-CHAR")) {
            return "a control character stands there";
        }
        if (CHARACTER.matcher(message) instanceof Matcher m && m.matches()) {
            return character(Integer.parseInt(m.group(1)));
        }
        if (TOKEN.matcher(message) instanceof Matcher m && m.matches()) {
            return "\"" + cut(m.group(1)) + "\" is no value";
        }
        if (TWICE.matcher(message) instanceof Matcher m && m.matches()) {
            return "\"" + cut(m.group(1)) + "\" stands there twice";
        }
        return message.isEmpty() ? "it is no JSON" : message;
    }

    private static String character(int code) {
        return Character.isISOControl(code) || Character.getType(code) == Character.FORMAT
                ? "character U+%04X was not expected".formatted(code)
                : "\"" + Character.toString(code) + "\" was not expected";
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
