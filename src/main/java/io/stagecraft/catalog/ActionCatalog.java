package io.stagecraft.catalog;

import io.stagecraft.model.ActionType;

import java.util.List;
import java.util.Optional;

/// The action types that AWS offers.
public interface ActionCatalog {
    /// What is known of a type; nothing for a custom or unheard-of one, which is legal.
    Optional<ActionSpec> find(ActionType type);

    /// All types, by category and then as the palette lists them.
    List<ActionSpec> all();
}
