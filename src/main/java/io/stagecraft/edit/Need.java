package io.stagecraft.edit;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.When;
import io.stagecraft.model.Action;

import java.util.Optional;

/// Whether an action has to have a setting, as far as the action alone can tell.
public final class Need {
    private Need() {}

    public static boolean of(ActionSpec spec, FieldSpec field, Action action) {
        return field.required().filter(when -> holds(when, spec, action)).isPresent();
    }

    private static boolean holds(When when, ActionSpec spec, Action action) {
        return switch (when) {
            case When.SettingIs(var key, var values) ->
                    written(action, key)
                            .or(() -> spec.field(key).flatMap(FieldSpec::defaultValue))
                            .filter(values::contains)
                            .isPresent();
            case When.SettingPresent(var key) -> written(action, key).isPresent();
            case When.SettingAbsent(var key) -> written(action, key).isEmpty();
            case When.Inputs(var atLeast) -> action.inputs().size() >= atLeast;
            case When.NoInputs() -> action.inputs().isEmpty();
            case When.Outputs(var atLeast) -> action.outputs().size() >= atLeast;
            case When.All(var parts) -> parts.stream().allMatch(p -> holds(p, spec, action));
            case When.StoreEncrypted _,
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.InputMadeWith _,
                    When.Judged _ ->
                    false;
        };
    }

    private static Optional<String> written(Action action, String key) {
        return action.setting(key).filter(text -> !text.isEmpty());
    }
}
