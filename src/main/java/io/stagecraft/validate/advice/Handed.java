package io.stagecraft.validate.advice;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;

import java.util.List;
import java.util.stream.Stream;

/// What actions make for one another beside artifacts, such as change sets.
///
/// @param what the thing and its name
record Handed(Drawing.Seat seat, String thing, String what, String field, boolean made) {
    static List<Handed> all(Drawing drawing) {
        return drawing.seats()
                .filter(s -> s.spec().filter(x -> !x.traits().handovers().isEmpty()).isPresent())
                .flatMap(s -> of(drawing, s, s.spec().orElseThrow()))
                .toList();
    }

    private static Stream<Handed> of(Drawing drawing, Drawing.Seat s, ActionSpec spec) {
        var given = Circumstance.of(drawing.design(), s.action(), spec);
        return spec.traits().handovers().stream()
                .filter(h -> given.holds(h.when()))
                .map(h ->
                        new Handed(
                                s,
                                h.thing(),
                                drawing.environment(s).id().value()
                                        + " "
                                        + h.thing()
                                        + " "
                                        + h.keys().stream()
                                                .map(k -> s.action().setting(k).orElse(""))
                                                .toList(),
                                h.keys().getLast(),
                                h.made()));
    }

    boolean isLiteral() {
        return Literal.is(what);
    }
}
