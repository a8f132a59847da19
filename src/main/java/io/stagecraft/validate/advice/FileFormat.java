package io.stagecraft.validate.advice;

import io.stagecraft.validate.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which members an object of a design's file can have, as the published schema says.
///
/// @see <a href="https://json-schema.org/draft/2020-12/schema">JSON Schema</a>
final class FileFormat {
    private static final String SCHEMA = "/io/stagecraft/assets/schema/design-1.schema.json";
    private static final String DEFINITION = "#/$defs/";

    private final Map<?, ?> root;

    private static final class Published {
        static final FileFormat FORMAT = read();
    }

    private FileFormat(Map<?, ?> root) {
        this.root = root;
    }

    /// Read once, and only where a file holds something to look up.
    static FileFormat published() {
        return Published.FORMAT;
    }

    private static FileFormat read() {
        try (var in = FileFormat.class.getResourceAsStream(SCHEMA)) {
            var text =
                    new String(
                            Objects.requireNonNull(in, SCHEMA).readAllBytes(),
                            StandardCharsets.UTF_8);
            return new FileFormat(map(Json.read(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of the members that the object at the end of the way has.
    ///
    /// @param way members' names from the file's own object on; a list's items go without saying
    /// @return empty where the way leads nowhere
    Set<String> members(List<String> way) {
        var at = plain(root).toList();
        for (var step : way) {
            at =
                    at.stream()
                            .map(schema -> properties(schema).get(step))
                            .filter(Map.class::isInstance)
                            .flatMap(schema -> plain((Map<?, ?>) schema))
                            .toList();
        }
        var names = new LinkedHashSet<String>();
        at.forEach(s -> properties(s).keySet().forEach(name -> names.add(String.valueOf(name))));
        return names;
    }

    /// The objects that a schema describes, one or several to choose from.
    private Stream<Map<?, ?>> plain(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String ref) {
            var definitions = map(Optional.ofNullable(root.get("$defs")));
            var named = definitions.get(ref.substring(DEFINITION.length()));
            return plain(map(Optional.ofNullable(named)));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return plain(items);
        }
        return schema.get("oneOf") instanceof List<?> choices
                ? choices.stream().flatMap(c -> plain((Map<?, ?>) c))
                : Stream.of(schema);
    }

    private static Map<?, ?> properties(Map<?, ?> schema) {
        return map(Optional.ofNullable(schema.get("properties")));
    }

    private static Map<?, ?> map(Optional<?> value) {
        return value.filter(Map.class::isInstance).map(v -> (Map<?, ?>) v).orElse(Map.of());
    }
}
