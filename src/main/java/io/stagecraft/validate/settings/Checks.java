package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Traits;
import io.stagecraft.catalog.When;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.model.Action;
import io.stagecraft.model.Literal;
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
                        c.refused() == refused
                                && isKnown(action, c.when())
                                && given.holds(c.when()))
                .map(c -> new Found(action, spec, c));
    }

    /// Whether no setting that the circumstance asks for is a placeholder.
    private static boolean isKnown(Action action, When when) {
        return switch (when) {
            case When.All(var parts) -> parts.stream().allMatch(p -> isKnown(action, p));
            case When.SettingIs(var key, _) -> isKnown(action, key);
            case When.SettingIsNot(var key, _) -> isKnown(action, key);
            case When.SettingHas(var key, _) -> isKnown(action, key);
            case When.SettingPresent _,
                    When.SettingAbsent _,
                    When.Inputs _,
                    When.NoInputs _,
                    When.Outputs _,
                    When.StoreEncrypted _,
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.InputMadeWith _,
                    When.Judged _ ->
                    true;
        };
    }

    private static boolean isKnown(Action action, String key) {
        return action.setting(key).map(Literal::is).orElse(true);
    }
}
