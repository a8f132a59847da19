package io.stagecraft.practice.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `#{namespace.key}` stands for in a run, as far as it is known by then.
record Variables(Execution execution) {
    private static final Pattern REFERENCE =
            Pattern.compile("#\\{([A-Za-z0-9@_-]+)\\.([A-Za-z0-9@_-]+)}");

    /// A reference that means nothing yet.
    static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1;

        Unresolved(String reference) {
            super(reference);
        }
    }

    Map<String, String> resolve(Map<String, String> settings) throws Unresolved {
        var resolved = new LinkedHashMap<String, String>();
        for (var entry : settings.entrySet()) {
            resolved.put(entry.getKey(), resolve(entry.getValue()));
        }
        return resolved;
    }

    String resolve(String text) throws Unresolved {
        var matcher = REFERENCE.matcher(text);
        var resolved = new StringBuilder();
        while (matcher.find()) {
            var reference = matcher.group();
            var value =
                    value(matcher.group(1), matcher.group(2))
                            .orElseThrow(() -> new Unresolved(reference));
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(resolved).toString();
    }

    private Optional<String> value(String namespace, String key) {
        return switch (namespace) {
            case "codepipeline" ->
                    key.equals("PipelineExecutionId")
                            ? Optional.of(execution.id)
                            : Optional.empty();
            case "variables" -> Optional.ofNullable(execution.variables.get(key));
            default ->
                    Optional.ofNullable(execution.namespaces.get(namespace)).map(v -> v.get(key));
        };
    }
}
