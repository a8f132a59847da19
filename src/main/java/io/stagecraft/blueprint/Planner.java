package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.model.Design;

/// Works out everything that must exist for a design to run.
///
/// Any design can be planned, half drawn or wrong: what cannot be resolved is left out and said in the blueprint's notes.
public final class Planner {
    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;

    /// With the rule types that come with the program.
    public Planner(ActionCatalog catalog) {
        this(catalog, CatalogFiles.rules());
    }

    public Planner(ActionCatalog catalog, RuleTypeCatalog rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /// The blueprint of `design`; the same drawing gives the same blueprint.
    public Blueprint plan(Design design) {
        return new Planning(catalog, rules, design).blueprint();
    }
}
