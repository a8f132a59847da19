package io.stagecraft.model;

import java.util.List;

/// An artifact that an action makes.
///
/// @param name unique in the pipeline; 1–100 of `[a-zA-Z0-9_-]`
/// @param files glob patterns that go into it; only Compute actions have any
public record OutputArtifact(String name, List<String> files) {
    public OutputArtifact {
        files = List.copyOf(files);
    }

    public OutputArtifact(String name) {
        this(name, List.of());
    }
}
