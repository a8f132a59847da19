package io.stagecraft.edit;

import io.stagecraft.model.Design;

import java.util.List;

/// Several edits as one step, one after the other.
///
/// @param title what the Undo menu says
public record Several(String title, List<Edit> edits) implements Edit {
    public Several {
        edits = List.copyOf(edits);
    }

    public Several(String title, Edit... edits) {
        this(title, List.of(edits));
    }

    @Override
    public Design apply(Design before) {
        var design = before;
        for (var edit : edits) {
            design = edit.apply(design);
        }
        return design;
    }
}
