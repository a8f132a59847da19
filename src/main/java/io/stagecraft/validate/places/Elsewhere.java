package io.stagecraft.validate.places;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Settings that name something in another place than the one their action works in.
///
/// @param which the settings that are looked at
/// @param named the place in a setting's value; empty where it names none
/// @param here where an action works; blank where nobody can tell
/// @param in how the place is led in, such as "in account "
record Elsewhere(
        Info info,
        Predicate<FieldSpec> which,
        Function<String, Optional<String>> named,
        Function<Drawing.Seat, String> here,
        String in) {
    Stream<Problem> of(Drawing.Seat seat) {
        var place = here.apply(seat);
        if (place.isEmpty()) {
            return Stream.empty();
        }
        return seat.spec().stream()
                .flatMap(s -> s.fields().stream())
                .filter(which)
                .flatMap(f -> problem(seat, f, place).stream());
    }

    private Optional<Problem> problem(Drawing.Seat seat, FieldSpec field, String place) {
        var action = seat.action();
        return action.setting(field.key())
                .flatMap(named)
                .filter(other -> !other.equals(place))
                .map(other ->
                        info.at(
                                About.of(action, field.key()),
                                "%s of %s is %s%s; the action works in %s."
                                        .formatted(
                                                field.label(), action.name(), in, other, place)));
    }
}
