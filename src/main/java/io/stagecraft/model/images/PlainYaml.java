package io.stagecraft.model.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// As much of YAML as buildspecs are written in: mappings, lists, texts over several lines, and JSON. Without tags.
///
/// @see <a href="https://yaml.org/spec/1.2.2/">YAML</a>
final class PlainYaml {
    private static final Pattern BLOCK_TEXT = Pattern.compile("[|>][-+0-9]*(?:\\s+#.*)?");
    private static final Pattern TAIL = Pattern.compile("(?:^|(?<!\\s)\\s+)#.*$");
    private static final Pattern ANCHOR = Pattern.compile("&(\\S+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern ALIAS = Pattern.compile("\\*(\\S+)\\s*(?:#.*)?");

    /// In spaces; far from where the stack ends.
    private static final int DEEPEST = 400;

    private final List<String> lines;
    private final Map<String, Object> anchors = new HashMap<>();
    private int aliases;
    private int depth;
    private int at;

    private PlainYaml(String text) {
        lines = new ArrayList<>(text.lines().filter(line -> !isMark(line)).toList());
    }

    private static boolean isMark(String line) {
        return line.startsWith("---") || line.startsWith("%YAML") || line.startsWith("%TAG");
    }

    /// Maps, lists and texts.
    ///
    /// @return empty where it is no YAML, or more of it than is read here
    static Optional<Object> read(String text) {
        try {
            var yaml = new PlainYaml(text);
            var tree = yaml.node(0);
            return yaml.indent() < 0 ? Optional.of(tree) : Optional.empty();
        } catch (FlowText.Unreadable e) {
            return Optional.empty();
        }
    }

    /// How far the next line that says something is indented, or -1 at the end.
    private int indent() {
        while (at < lines.size() && isIdle(lines.get(at))) {
            at++;
        }
        return at < lines.size() ? indent(lines.get(at)) : -1;
    }

    private static boolean isIdle(String line) {
        var content = line.stripLeading();
        return content.isEmpty() || content.startsWith("#");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private Object node(int least) {
        int indent = indent();
        if (indent < least) {
            return "";
        }
        if (indent > DEEPEST || ++depth > Nesting.MOST) {
            throw new FlowText.Unreadable();
        }
        var node = block(indent);
        depth--;
        return node;
    }

    private Object block(int indent) {
        var content = lines.get(at).substring(indent);
        if (isItem(content)) {
            return list(indent);
        }
        if (colon(content) >= 0) {
            return mapping(indent);
        }
        at++;
        return value(content, indent - 1);
    }

    private static boolean isItem(String content) {
        return content.equals("-") || content.startsWith("- ");
    }

    private List<Object> list(int indent) {
        var list = new ArrayList<>();
        while (indent() == indent && isItem(lines.get(at).substring(indent))) {
            var rest = lines.get(at).substring(indent + 1);
            var content = rest.strip();
            if (isItem(content) || colon(content) >= 0) {
                lines.set(
                        at,
                        " ".repeat(indent + 1) + rest); // what stands behind the dash is a block
                list.add(node(indent + 1));
            } else {
                at++;
                boolean isEmpty = TAIL.matcher(content).replaceFirst("").isEmpty();
                list.add(isEmpty ? node(indent + 1) : value(content, indent));
            }
        }
        return list;
    }

    private Map<String, Object> mapping(int indent) {
        var map = new LinkedHashMap<String, Object>();
        while (indent() == indent) {
            var content = lines.get(at).substring(indent);
            int colon = colon(content);
            if (colon < 0) {
                throw new FlowText.Unreadable();
            }
            at++;
            var key = String.valueOf(FlowText.read(content.substring(0, colon).strip()));
            map.put(key, value(content.substring(colon + 1).strip(), indent));
        }
        return map;
    }

    /// Where the key of a mapping ends, or -1 where `content` is none.
    private static int colon(String content) {
        if (content.isEmpty() || "[{#|>".indexOf(content.charAt(0)) >= 0) {
            return -1;
        }
        char quote = content.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = content.indexOf(quote, 1);
            return end > 0 && content.startsWith(":", end + 1) ? end + 1 : -1;
        }
        for (int i = content.indexOf(':'); i >= 0; i = content.indexOf(':', i + 1)) {
            if (i + 1 == content.length() || content.charAt(i + 1) == ' ') {
                return content.lastIndexOf(" #", i) < 0 ? i : -1;
            }
        }
        return -1;
    }

    /// What stands behind a dash or a colon at `indent`, and the lines further in that go with it.
    private Object value(String first, int indent) {
        var anchor = ANCHOR.matcher(first);
        if (anchor.matches()) {
            return anchored(anchor.group(1), anchor.group(2), indent);
        }
        var alias = ALIAS.matcher(first);
        if (alias.matches()) {
            return named(alias.group(1));
        }
        if (BLOCK_TEXT.matcher(first).matches()) {
            return blockText(first.startsWith(">"), indent);
        }
        if (TAIL.matcher(first).replaceFirst("").isEmpty()) {
            int next = indent();
            boolean isListHere = next == indent && isItem(lines.get(at).substring(indent));
            return isListHere ? list(indent) : node(indent + 1);
        }
        if ("\"'[{".indexOf(first.charAt(0)) >= 0) {
            var text = new StringBuilder(first);
            while (!FlowText.isWhole(text) && at < lines.size()) {
                join(text, lines.get(at++).strip());
            }
            return FlowText.read(text.toString());
        }
        return plainText(first, indent);
    }

    /// What stands behind an anchor. With an alias inside it, it would grow with each that it is put in.
    private Object anchored(String name, String rest, int indent) {
        if (rest.startsWith("&")) {
            throw new FlowText.Unreadable();
        }
        int before = aliases;
        var value = value(rest, indent);
        if (before == aliases) {
            anchors.put(name, value);
        } else {
            anchors.remove(name);
        }
        return value;
    }

    private Object named(String anchor) {
        var value = anchors.get(anchor);
        if (value == null || ++aliases > Nesting.MOST) {
            throw new FlowText.Unreadable();
        }
        return value;
    }

    private String plainText(String first, int indent) {
        var text = new StringBuilder(TAIL.matcher(first).replaceFirst(""));
        while (indent() > indent) {
            join(text, TAIL.matcher(lines.get(at++).strip()).replaceFirst(""));
        }
        return text.toString();
    }

    /// Lines become one, with a space between; a backslash at an end means just that.
    private static void join(StringBuilder text, String line) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\\') {
            text.setLength(text.length() - 1);
        }
        text.append(' ').append(line);
    }

    private String blockText(boolean folded, int indent) {
        var text = new ArrayList<String>();
        int inner = -1;
        while (at < lines.size()) {
            var line = lines.get(at);
            if (line.isBlank()) {
                text.add("");
            } else {
                inner = inner < 0 ? indent(line) : inner;
                if (indent(line) <= indent || indent(line) < inner) {
                    break;
                }
                text.add(line.substring(inner));
            }
            at++;
        }
        return folded ? folded(text) : String.join("\n", text);
    }

    /// Lines become one, except those between empty ones and those further in.
    private static String folded(List<String> lines) {
        var text = new StringBuilder();
        boolean breaks = true;
        for (var line : lines) {
            boolean own = line.isEmpty() || line.startsWith(" ");
            if (breaks || own) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            } else {
                join(text, line);
            }
            breaks = own;
        }
        return text.toString();
    }
}
