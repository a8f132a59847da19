package io.stagecraft.practice.stack;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reading plain trees without casts all over the place.
final class Trees {
    private Trees() {}

    /// The map under a key; empty where there is none.
    static Map<String, Object> map(@Nullable Object tree) {
        var copy = new LinkedHashMap<String, Object>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((k, v) -> copy.put(String.valueOf(k), v));
        }
        return copy;
    }

    /// The items of a list; one item for a single value, none for nothing.
    static List<?> list(@Nullable Object tree) {
        return switch (tree) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(tree);
        };
    }

    /// The text of a value; empty for nothing.
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
