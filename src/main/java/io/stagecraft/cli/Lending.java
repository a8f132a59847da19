package io.stagecraft.cli;

import io.stagecraft.blueprint.Outsiders;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Design;
import io.stagecraft.practice.StandIns;

/// What a Practice account has to hold so that a design can run which uses what is there already.
public final class Lending {
    private Lending() {}

    /// Stand-ins for everything that `design` takes as given.
    public static StandIns of(Design design, ActionCatalog catalog) {
        var outsiders = Outsiders.of(design, catalog);
        return new StandIns(outsiders.roles(), outsiders.buckets(), outsiders.projects());
    }
}
