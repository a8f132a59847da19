package io.stagecraft.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a call has for condition keys and policy variables; the letters' case of a key does not count.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</a>
final class CallContext {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([^},]+?)\\s*(?:,\\s*'([^']*)'\\s*)?}");

    private final Map<String, List<String>> values = new HashMap<>();

    CallContext(Map<String, List<String>> context) {
        context.forEach((key, value) -> values.put(key.toLowerCase(Locale.ROOT), value));
    }

    List<String> values(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /// `text` with its variables filled; nothing where the call has none for one of them and no default stands beside it.
    Optional<String> filled(String text) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        var filled = new StringBuilder();
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            var value = value(variables.group(1), Optional.ofNullable(variables.group(2)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            variables.appendReplacement(
                    filled, Matcher.quoteReplacement(Glob.escaped(value.get())));
        }
        variables.appendTail(filled);
        return Optional.of(filled.toString());
    }

    private Optional<String> value(String name, Optional<String> otherwise) {
        if (name.equals("*") || name.equals("?") || name.equals("$")) {
            return Optional.of(name);
        }
        var given = values(name);
        return given.size() == 1 ? Optional.of(given.getFirst()) : otherwise;
    }
}
