package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;

/// The rule types that AWS offers for stage conditions.
public interface RuleTypeCatalog {
    /// What is known of a rule type; nothing for an unheard-of one, which is legal.
    Optional<RuleTypeSpec> find(String provider, String version);

    /// All rule types, as a menu lists them.
    List<RuleTypeSpec> all();
}
