package io.stagecraft.edit;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;

import java.util.Map;

/// Gives an artifact another name, where it is made and everywhere it is used.
///
/// @param catalog tells which settings hold the name of an input
public record RenameArtifact(String from, String to, ActionCatalog catalog) implements Edit {
    @Override
    public String title() {
        return "Rename artifact to " + to;
    }

    @Override
    public Design apply(Design before) {
        var renaming = new ArtifactRenaming(Map.of(from, to), catalog);
        var after = Rewrite.everywhere(before, renaming::of, renaming::of);
        return after.withCompanions(
                after.companions().stream().map(c -> buildspec(c, renaming)).toList());
    }

    private static Companion buildspec(Companion companion, ArtifactRenaming renaming) {
        return switch (companion) {
            case Companion.BuildProject p -> p.withBuildspec(renaming.folders(p.buildspec()));
            case Companion.Connection c -> c;
            case Companion.Topic t -> t;
            case Companion.Watch w -> w;
            case Companion.Repository r -> r;
            case Companion.Deployment d -> d;
            case Companion.StackRole r -> r;
        };
    }
}
