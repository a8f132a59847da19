package io.stagecraft.model;

import java.util.List;

/// Glob patterns of one trigger filter; an excluded match wins. Up to 8 each, 255 characters each.
public record Patterns(List<String> includes, List<String> excludes) {
    /// No pattern given: this side of the filter does not count.
    public static final Patterns NONE = new Patterns(List.of(), List.of());

    public Patterns {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    public boolean isEmpty() {
        return includes.isEmpty() && excludes.isEmpty();
    }
}
