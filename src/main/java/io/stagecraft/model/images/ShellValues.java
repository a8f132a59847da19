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

    /// Letters of all that one word may be.
    private static final int LONGEST = 20_000;

    private static final int NAMES = 500;
    private static final String SPECIAL = "'\"\\`$";
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
        put(name, of(PUT_IN.matcher(value).replaceAll(NOBODY_KNOWS)));
    }

    void forget(String name) {
        put(name, Set.of(NOBODY_KNOWS));
    }

    /// One too many is as one that nobody knows.
    private void put(String name, Set<String> may) {
        if (values.size() < NAMES || values.containsKey(name)) {
            values.put(name, may);
        }
    }

    /// @param surely whether the value before is gone
    void assign(String name, Set<String> may, boolean surely) {
        var all = new LinkedHashSet<>(surely ? Set.of() : values.getOrDefault(name, Set.of()));
        all.addAll(may);
        put(name, all.size() > MOST ? Set.of(NOBODY_KNOWS) : all);
    }

    /// All that a word with its quotes may become.
    Set<String> of(String word) {
        return of(word, 0);
    }

    /// @param deep how many defaults of variables it is inside of
    private Set<String> of(String word, int deep) {
        if (deep > Nesting.MOST) {
            return Set.of(NOBODY_KNOWS);
        }
        var heads = Set.of("");
        var sure = new StringBuilder(); // what follows all heads alike
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
                tails = dollar(word.substring(at + 1, next), deep);
            } else {
                while (next < word.length() && SPECIAL.indexOf(word.charAt(next)) < 0) {
                    next++;
                }
                tails = Set.of(word.substring(at, next));
            }
            if (tails.size() == 1) {
                append(sure, tails.iterator().next());
            } else {
                heads = joined(joined(heads, Set.of(sure.toString())), tails);
                sure.setLength(0);
            }
            if (sure.length() > LONGEST) {
                return Set.of(NOBODY_KNOWS);
            }
            at = next;
        }
        return joined(heads, Set.of(sure.toString()));
    }

    private static Set<String> joined(Set<String> heads, Set<String> tails) {
        if (heads.size() * tails.size() > MOST) {
            return Set.of(NOBODY_KNOWS);
        }
        var joined = new LinkedHashSet<String>();
        int length = 0;
        for (var head : heads) {
            for (var tail : tails) {
                var both = new StringBuilder(head);
                append(both, tail);
                length += both.length();
                joined.add(both.toString());
            }
        }
        return length > LONGEST ? Set.of(NOBODY_KNOWS) : joined;
    }

    /// Two parts side by side that nobody knows are one.
    private static void append(StringBuilder head, String tail) {
        boolean meet =
                !head.isEmpty()
                        && head.charAt(head.length() - 1) == UNKNOWN
                        && tail.startsWith(NOBODY_KNOWS);
        head.append(tail, meet ? 1 : 0, tail.length());
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
    private Set<String> dollar(String inner, int deep) {
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
                    .orElseGet(() -> of(operation.substring(2), deep + 1));
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
