package io.stagecraft.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Terraform's language, laid out as `terraform fmt` lays it out: equals signs of neighbouring lines stand below each other.
final class Hcl {
    private static final int LINE = 110;

    /// How a text of several lines begins.
    static final String AS_IS = "<<-EOT";

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /// What stands between two braces, or in a whole file.
    private sealed interface Item {}

    /// @param value its lines; the first stands behind the equals sign
    private record Attribute(String name, List<String> value) implements Item {}

    private record Block(String head, Hcl body) implements Item {}

    private record Remark(String text) implements Item {}

    private final List<Item> items = new ArrayList<>();

    Hcl attribute(String name, List<String> value) {
        items.add(new Attribute(name, value));
        return this;
    }

    Hcl attribute(String name, String value) {
        return attribute(name, List.of(value));
    }

    /// An empty list says nothing and is left out.
    Hcl list(String name, List<String> values) {
        return values.isEmpty() ? this : attribute(name, list(values));
    }

    Hcl block(String head, Hcl body) {
        items.add(new Block(head, body));
        return this;
    }

    Hcl remark(String text) {
        items.add(new Remark(text));
        return this;
    }

    /// With its values changed, remarks aside.
    ///
    /// @param apart arguments whose values are changed by `ofApart`
    Hcl values(
            Set<String> apart,
            UnaryOperator<List<String>> change,
            UnaryOperator<List<String>> ofApart) {
        var changed = new Hcl();
        for (var item : items) {
            changed.items.add(
                    switch (item) {
                        case Attribute(var name, var value) ->
                                new Attribute(
                                        name,
                                        (apart.contains(name) ? ofApart : change).apply(value));
                        case Block(var head, var body) ->
                                new Block(head, body.values(apart, change, ofApart));
                        case Remark remark -> remark;
                    });
        }
        return changed;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    String print() {
        return String.join("\n", lines("")) + "\n";
    }

    private List<String> lines(String pad) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0 && isApart(items.get(i - 1), items.get(i))) {
                lines.add("");
            }
            switch (items.get(i)) {
                case Attribute attribute -> {
                    var width = width(i);
                    lines.add(
                            pad
                                    + attribute.name()
                                    + " ".repeat(width - nameLength(attribute))
                                    + " = "
                                    + attribute.value().getFirst());
                    attribute.value().stream()
                            .skip(1)
                            .forEach(line -> lines.add(line.isEmpty() ? "" : pad + line));
                }
                case Block(var head, var body) when body.isEmpty() -> lines.add(pad + head + " {}");
                case Block(var head, var body) -> {
                    lines.add(pad + head + " {");
                    lines.addAll(body.lines(pad + "  "));
                    lines.add(pad + "}");
                }
                case Remark(var text) ->
                        Yaml.wrapped(text, LINE - pad.length())
                                .forEach(line -> lines.add(pad + "# " + line));
            }
        }
        return lines;
    }

    private static boolean isApart(Item before, Item item) {
        if (before instanceof Remark) {
            return false;
        }
        return item instanceof Block
                || before instanceof Block
                || item instanceof Remark
                || isLong(item)
                || isLong(before);
    }

    private static boolean isLong(Item item) {
        return item instanceof Attribute a && a.value().size() > 1;
    }

    /// How wide the names are of the run of one-line attributes around `i`.
    private int width(int i) {
        if (isLong(items.get(i))) {
            return nameLength(items.get(i));
        }
        int from = i;
        int to = i;
        while (from > 0 && isShort(items.get(from - 1))) {
            from--;
        }
        while (to + 1 < items.size() && isShort(items.get(to + 1))) {
            to++;
        }
        return items.subList(from, to + 1).stream().mapToInt(Hcl::nameLength).max().orElse(0);
    }

    private static boolean isShort(Item item) {
        return item instanceof Attribute && !isLong(item);
    }

    /// In characters as people count them, which is how Terraform counts.
    private static int nameLength(Item item) {
        return item instanceof Attribute a
                ? (int) CHARACTER.matcher(a.name()).results().count()
                : 0;
    }

    /// A text in quotes; nothing in it is taken for a reference.
    static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    static String escaped(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var opens = i + 1 < text.length() && text.charAt(i + 1) == '{';
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$', '%' -> out.append(c).append(opens ? String.valueOf(c) : "");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    /// A text of several lines as they are, where Terraform can give it back unchanged.
    static List<String> text(String text) {
        var isPlain =
                text.endsWith("\n")
                        && !text.startsWith(" ")
                        && text.indexOf('\r') < 0
                        && text.indexOf('\n') < text.length() - 1
                        && text.lines()
                                .noneMatch(line ->
                                        line.endsWith(" ")
                                                || line.strip().equals("EOT")
                                                || line.chars().anyMatch(c -> c < ' '));
        if (!isPlain) {
            return List.of(quoted(text));
        }
        return Stream.of(
                        Stream.of(AS_IS),
                        text.lines()
                                .map(line ->
                                        line.isEmpty()
                                                ? ""
                                                : "  "
                                                        + line.replace("${", "$${")
                                                                .replace("%{", "%%{")),
                        Stream.of("EOT"))
                .flatMap(lines -> lines)
                .toList();
    }

    static List<String> list(List<String> values) {
        if (values.isEmpty()) {
            return List.of("[]");
        }
        if (values.size() == 1) {
            return ("[" + values.getFirst() + "]").lines().toList();
        }
        return Stream.of(
                        Stream.of("["),
                        values.stream()
                                .flatMap(value -> (value + ",").lines())
                                .map(v -> v.isEmpty() ? v : "  " + v),
                        Stream.of("]"))
                .flatMap(lines -> lines)
                .toList();
    }

    /// An object with a line per member.
    static List<String> object(SequencedMap<String, List<String>> members) {
        if (members.isEmpty()) {
            return List.of("{}");
        }
        var body = new Hcl();
        members.forEach((name, value) -> body.attribute(key(name), value));
        var lines = new ArrayList<>(List.of("{"));
        lines.addAll(body.lines("  "));
        lines.add("}");
        return lines;
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
    }
}
