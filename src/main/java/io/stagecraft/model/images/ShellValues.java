package io.stagecraft.model.images;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What variables of a shell may hold, as far as it is known, and what words become with them.
///
/// A part that nobody knows is [#UNKNOWN] in a value.
///
/// @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02">Parameter expansion</a>
final class ShellValues {
    /// Stands for a text that nobody knows here.
    static final char UNKNOWN = '\0';

    private static final String NOBODY_KNOWS = String.valueOf(UNKNOWN);
    private static final int MOST = 24;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /// What CodePipeline, CloudFormation or Terraform puts in before the shell sees it.
    private static final Pattern PUT_IN = Pattern.compile("\\{\\{resolve:[^}]*}}|[#@]\\{[^}]*}");

    private final Map<String, Set<String>> values = new HashMap<>();

    ShellValues() {}

    private ShellValues(Map<String, Set<String>> values) {
        this.values.putAll(values);
    }

    ShellValues copy() {
        return new ShellValues(values);
    }

    /// A value from outside the shell.
    void hand(String name, String value) {
        if (Nesting.isDeep(value)) {
            forget(name);
        } else {
            values.put(name, of(PUT_IN.matcher(value).replaceAll(NOBODY_KNOWS)));
        }
    }

    void forget(String name) {
        values.put(name, Set.of(NOBODY_KNOWS));
    }

    /// @param surely whether the value before is gone
    void assign(String name, Set<String> may, boolean surely) {
        var all = new LinkedHashSet<>(surely ? Set.of() : values.getOrDefault(name, Set.of()));
        all.addAll(may);
        values.put(name, all.size() > MOST ? Set.of(NOBODY_KNOWS) : all);
    }

    /// All that a word with its quotes may become.
    Set<String> of(String word) {
        var heads = Set.of("");
        boolean quoted = false;
        for (int at = 0; at < word.length(); ) {
            char c = word.charAt(at);
            int next = at + 1;
            Set<String> tails;
            if (c == '\'' && !quoted) {
                int end = word.indexOf('\'', next);
                next = end < 0 ? word.length() : end + 1;
                tails = Set.of(word.substring(at + 1, Math.max(at + 1, next - 1)));
            } else if (c == '"') {
                quoted = !quoted;
                tails = Set.of("");
            } else if (c == '\\' && next < word.length()) {
                tails = Set.of(word.substring(next, next + 1));
                next++;
            } else if (c == '`') {
                int end = word.indexOf('`', next);
                next = end < 0 ? word.length() : end + 1;
                tails = Set.of(NOBODY_KNOWS);
            } else if (c == '$' && next < word.length()) {
                next = end(word, at);
                tails = dollar(word.substring(at + 1, next));
            } else {
                tails = Set.of(word.substring(at, next));
            }
            heads = joined(heads, tails);
            at = next;
        }
        return heads;
    }

    private static Set<String> joined(Set<String> heads, Set<String> tails) {
        if (heads.size() * tails.size() > MOST) {
            return Set.of(NOBODY_KNOWS);
        }
        var joined = new LinkedHashSet<String>();
        for (var head : heads) {
            for (var tail : tails) {
                joined.add(head + tail);
            }
        }
        return joined;
    }

    /// Where what begins with the dollar at `at` ends.
    private static int end(String word, int at) {
        char open = word.charAt(at + 1);
        if (open == '{' || open == '(') {
            char close = open == '{' ? '}' : ')';
            int depth = 0;
            for (int i = at + 1; i < word.length(); i++) {
                depth += word.charAt(i) == open ? 1 : word.charAt(i) == close ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
            return word.length();
        }
        var name = NAME.matcher(word).region(at + 1, word.length());
        return name.lookingAt() ? name.end() : at + 2;
    }

    /// @param inner what follows the dollar: `NAME`, `{NAME:-…}`, `(…)`
    private Set<String> dollar(String inner) {
        if (!inner.startsWith("{") || !inner.endsWith("}")) {
            return variable(inner).orElse(Set.of(NOBODY_KNOWS));
        }
        var body = inner.substring(1, inner.length() - 1);
        var name = NAME.matcher(body);
        if (!name.lookingAt()) {
            return Set.of(NOBODY_KNOWS);
        }
        var held = variable(name.group());
        var operation = body.substring(name.end());
        if (operation.startsWith(":-") || operation.startsWith(":=")) {
            return held.filter(all -> !all.contains(""))
                    .orElseGet(() -> of(operation.substring(2)));
        }
        var all = new LinkedHashSet<String>();
        held.orElse(Set.of(NOBODY_KNOWS)).forEach(value -> all.add(cut(value, operation)));
        return all;
    }

    private Optional<Set<String>> variable(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// What is left of a value: `%:*` takes its tag away, `%%/*` leaves the registry, `##*/` the last part.
    private static String cut(String value, String operation) {
        if (operation.isEmpty()) {
            return value;
        }
        char from = operation.charAt(0);
        boolean most = operation.startsWith("" + from + from);
        var pattern = operation.substring(most ? 2 : 1);
        int star = pattern.indexOf('*');
        boolean plain = pattern.length() > 1 && star == pattern.lastIndexOf('*');
        if (from == '%' && plain && star == pattern.length() - 1) {
            var mark = pattern.substring(0, star);
            int cut = most ? value.indexOf(mark) : value.lastIndexOf(mark);
            return cut < 0 ? value : value.substring(0, cut);
        }
        if (from == '#' && plain && star == 0) {
            var mark = pattern.substring(1);
            int cut = most ? value.lastIndexOf(mark) : value.indexOf(mark);
            return cut < 0 ? value : value.substring(cut + mark.length());
        }
        return NOBODY_KNOWS;
    }
}
