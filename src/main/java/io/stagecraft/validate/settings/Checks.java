package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Traits;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.model.Action;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;

import java.util.List;
import java.util.stream.Stream;

/// Where settings do not go together, as the catalogue knows it.
final class Checks {
    /// One such place.
    record Found(Action action, ActionSpec spec, Traits.Check check) {
        String words() {
            return label() + " of " + action.name() + " " + check.says() + ".";
        }

        private String label() {
            return spec.field(check.field()).map(FieldSpec::label).orElse(check.field());
        }

        List<Fix> fixes() {
            return action.setting(check.field()).isEmpty()
                            || spec.field(check.field()).flatMap(FieldSpec::required).isPresent()
                    ? List.of()
                    : List.of(
                            new Fix(
                                    "Clear " + label(),
                                    new ClearSetting(action.id(), check.field())));
        }
    }

    private Checks() {}

    /// @param refused whether those that AWS refuses, or the others
    static Stream<Found> of(Drawing drawing, boolean refused) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .filter(spec -> !spec.traits().checks().isEmpty())
                                .flatMap(spec -> of(drawing, s.action(), spec, refused)));
    }

    private static Stream<Found> of(
            Drawing drawing, Action action, ActionSpec spec, boolean refused) {
        var given = Circumstance.of(drawing.design(), action, spec);
        return spec.traits().checks().stream()
                .filter(c ->
                        c.refused() == refused && given.isKnown(c.when()) && given.holds(c.when()))
                .map(c -> new Found(action, spec, c));
    }
}
