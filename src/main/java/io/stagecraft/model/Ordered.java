package io.stagecraft.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Copies of maps that keep the order they were written in; `Map.copyOf` iterates in another order on every start.
public final class Ordered {
    private Ordered() {}

    /// An unmodifiable copy in the same order.
    public static <K, V> SequencedMap<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /// An unmodifiable copy in which `key` has `value`; a new key comes last, a known one keeps its place.
    public static <K, V> SequencedMap<K, V> with(Map<K, V> map, K key, V value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableSequencedMap(changed);
    }

    /// An unmodifiable copy in which `key` is not.
    public static <K, V> SequencedMap<K, V> without(Map<K, V> map, K key) {
        var changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return Collections.unmodifiableSequencedMap(changed);
    }
}
