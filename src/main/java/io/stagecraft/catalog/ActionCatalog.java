package io.stagecraft.catalog;

import io.stagecraft.model.ActionType;

import java.util.List;
import java.util.Optional;

/// The action types that AWS offers.
public interface ActionCatalog {
    /// What is known of a type; nothing for an unheard-of one, which is legal. A custom type of which nothing else is known
    /// has what all custom types of its category share, with [ActionSpec#open] settings.
    Optional<ActionSpec> find(ActionType type);

    /// All types, by category and then as the palette lists them; what custom types share, with `*` as provider, among them,
    /// see [ActionSpec#isShared].
    List<ActionSpec> all();
}
