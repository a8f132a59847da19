package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;

/// Works out everything that must exist for a design to run.
///
/// Any design can be planned, half drawn or wrong: what cannot be resolved is left out and said in the blueprint's notes.
public final class Planner {
    private final ActionCatalog catalog;

    public Planner(ActionCatalog catalog) {
        this.catalog = catalog;
    }

    /// The blueprint of `design`; the same drawing gives the same blueprint.
    public Blueprint plan(Design design) {
        return new Planning(catalog, design).blueprint();
    }
}
