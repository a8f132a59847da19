package io.stagecraft.edit;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.When;
import io.stagecraft.model.Action;

/// Whether an action that is just being made will have to have a setting.
final class Need {
    private Need() {}

    static boolean of(FieldSpec field, Action action) {
        return field.required().filter(w -> holds(w, action)).isPresent();
    }

    private static boolean holds(When when, Action action) {
        return switch (when) {
            case When.SettingIs(var key, var values) ->
                    action.setting(key).filter(values::contains).isPresent();
            case When.SettingPresent(var key) -> action.setting(key).isPresent();
            case When.SettingAbsent(var key) -> action.setting(key).isEmpty();
            case When.Inputs(var n) -> action.inputs().size() >= n;
            case When.NoInputs() -> action.inputs().isEmpty();
            case When.Outputs(var n) -> action.outputs().size() >= n;
            case When.All(var parts) -> parts.stream().allMatch(p -> holds(p, action));
            case When.StoreEncrypted(),
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.InputMadeWith _,
                    When.Judged _ ->
                    false;
        };
    }
}
