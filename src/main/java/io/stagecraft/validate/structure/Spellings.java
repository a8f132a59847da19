package io.stagecraft.validate.structure;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Owner;
import io.stagecraft.validate.Drawing;

import java.util.List;
import java.util.stream.Stream;

/// What the catalogue has under the name of a provider that it does not know as it is written.
final class Spellings {
    private Spellings() {}

    /// Whether AWS itself, or a partner through it, has to offer the type, and the catalogue has it not.
    ///
    /// Where no primary source confirms what the catalogue says of the provider, it is no reason to call a type wrong.
    static boolean isStrange(Drawing drawing, Drawing.Seat seat) {
        return seat.spec().isEmpty()
                && seat.action().type().owner() != Owner.CUSTOM
                && Literal.is(seat.action().type().provider())
                && Literal.is(seat.action().type().version())
                && like(drawing, seat.action().type()).allMatch(ActionSpec::verified);
    }

    /// Types of the same provider in another category, of another owner, in another version or in other letters.
    static List<ActionType> of(Drawing drawing, ActionType type) {
        return like(drawing, type).map(ActionSpec::type).toList();
    }

    private static Stream<ActionSpec> like(Drawing drawing, ActionType type) {
        return drawing.catalog().all().stream()
                .filter(s -> s.type().provider().equalsIgnoreCase(type.provider()));
    }
}
