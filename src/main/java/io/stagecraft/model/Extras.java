package io.stagecraft.model;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Members of an imported document that the model has no word for: kept as they came and written back, so an import loses nothing.
///
/// @param members a member's name and its value as JSON text, in the order read
public record Extras(SequencedMap<String, String> members) {
    /// Nothing unknown came with it.
    public static final Extras NONE = new Extras(new LinkedHashMap<>());

    public Extras {
        members = Ordered.copy(members);
    }
}
