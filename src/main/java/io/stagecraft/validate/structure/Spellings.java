package io.stagecraft.validate.structure;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Owner;
import io.stagecraft.validate.Drawing;

import java.util.List;

/// What the catalogue has under the name of a provider that it does not know as it is written.
final class Spellings {
    private Spellings() {}

    /// Whether AWS itself, or a partner through it, has to offer the type, and the catalogue has it not.
    static boolean isStrange(Drawing.Seat seat) {
        return seat.spec().isEmpty()
                && seat.action().type().owner() != Owner.CUSTOM
                && Literal.is(seat.action().type().provider())
                && Literal.is(seat.action().type().version());
    }

    /// Types of the same provider in another category, of another owner, in another version or in other letters.
    static List<ActionType> of(Drawing drawing, ActionType type) {
        return drawing.catalog().all().stream()
                .map(ActionSpec::type)
                .filter(t -> t.provider().equalsIgnoreCase(type.provider()))
                .toList();
    }
}
