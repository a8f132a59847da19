package io.stagecraft.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a template as YAML for people: short tags, remarks as comments, texts of several lines as blocks.
final class Yaml {
    private static final int LINE = 110;

    /// What needs no quotes, whatever YAML version reads it.
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z/_][A-Za-z0-9_./@+=,()-]*(:+[A-Za-z0-9_./@+=,()*-]+)*");

    private static final Pattern PLAIN_WORDS =
            Pattern.compile("[A-Za-z][A-Za-z0-9_./@+,()-]*( [A-Za-z0-9_./@+,()-]+)*");

    private static final Pattern PLAIN_SUB = Pattern.compile("[A-Za-z$/][A-Za-z0-9_./@+=,${}:*-]*");

    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private final StringBuilder out = new StringBuilder();

    private Yaml() {}

    static String print(Doc.Obj document) {
        var yaml = new Yaml();
        yaml.members(document, 0);
        return yaml.out.toString();
    }

    private void members(Doc.Obj object, int indent) {
        object.members()
                .forEach((name, value) -> {
                    remarks(value, indent);
                    pad(indent);
                    out.append(scalar(name)).append(':');
                    value(value, indent, false);
                });
    }

    private void items(Doc.Arr array, int indent) {
        for (var item : array.items()) {
            remarks(item, indent);
            pad(indent);
            out.append('-');
            value(item, indent, true);
        }
    }

    /// @param indent of the line that the value belongs to
    private void value(Doc value, int indent, boolean item) {
        switch (value) {
            case Doc.Noted(_, var inner) -> value(inner, indent, item);
            case Doc.Obj object when object.members().isEmpty() -> out.append(" {}\n");
            case Doc.Arr array when array.items().isEmpty() -> out.append(" []\n");
            case Doc.Obj object -> {
                if (item) {
                    // the first member stands on the dash's line
                    var start = out.length();
                    members(object, indent + 2);
                    if (out.charAt(start + indent + 2) == '#') {
                        out.insert(start, '\n');
                    } else {
                        out.replace(start, start + indent + 2, " ");
                    }
                } else {
                    out.append('\n');
                    members(object, indent + 2);
                }
            }
            case Doc.Arr array -> {
                out.append('\n');
                items(array, indent + 2);
            }
            case Doc.Str(var text) when isBlock(text) -> block(text, indent + 2);
            case Doc.Str(var text) -> out.append(' ').append(scalar(text)).append('\n');
            case Doc.Num(var text) -> out.append(' ').append(text).append('\n');
            case Doc.Bool(var is) -> out.append(' ').append(is).append('\n');
            case Doc.Nothing() -> out.append(" null\n");
            case Doc.Ref(var to) -> out.append(" !Ref ").append(scalar(to)).append('\n');
            case Doc.GetAtt(var resource, var attribute) ->
                    out.append(" !GetAtt ")
                            .append(resource)
                            .append('.')
                            .append(attribute)
                            .append('\n');
            case Doc.Plain plain ->
                    out.append(" !Join [")
                            .append(quoted(plain.between()))
                            .append(", ")
                            .append(flow(plain.pieces()))
                            .append("]\n");
            case Doc.Sub(var text) when isBlock(text) -> {
                out.append(" !Sub");
                block(text, indent + 2);
            }
            case Doc.Sub(var text) ->
                    out.append(" !Sub ")
                            .append(
                                    PLAIN_SUB.matcher(text).matches() && !text.endsWith(":")
                                            ? text
                                            : quoted(text))
                            .append('\n');
        }
    }

    private static String flow(List<String> texts) {
        return texts.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private void remarks(Doc value, int indent) {
        if (value instanceof Doc.Noted(var remarks, var inner)) {
            for (var remark : remarks) {
                for (var line : wrapped(remark, LINE - indent - 2)) {
                    pad(indent);
                    out.append("# ").append(line).append('\n');
                }
            }
            remarks(inner, indent);
        }
    }

    static List<String> wrapped(String remark, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : remark.replaceAll("\\p{Cntrl}+", " ").split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void pad(int indent) {
        out.repeat(' ', indent);
    }

    private static boolean isBlock(String text) {
        return text.contains("\n")
                && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c))
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.endsWith("\n\n");
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029;
    }

    private void block(String text, int indent) {
        out.append(text.endsWith("\n") ? " |\n" : " |-\n");
        for (var line : text.split("\n")) {
            if (!line.isEmpty()) {
                pad(indent);
            }
            out.append(line).append('\n');
        }
    }

    private static String scalar(String text) {
        var plain =
                (PLAIN.matcher(text).matches() || PLAIN_WORDS.matcher(text).matches())
                        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        return text.codePoints().allMatch(Yaml::isPrintable)
                ? "'" + text.replace("'", "''") + "'"
                : escaped(text);
    }

    private static String escaped(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.codePoints().toArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(escape(c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// Of a sign that takes two units the whole: readers of YAML refuse halves, unlike those of JSON.
    private static String escape(int c) {
        if (c > Character.MAX_VALUE) {
            return String.format("\\U%08x", c);
        }
        var half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return String.format("\\u%04x", half ? 0xfffd : c);
    }
}
