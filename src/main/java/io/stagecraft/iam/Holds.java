package io.stagecraft.iam;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.When;
import io.stagecraft.model.EnvironmentVariable;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a circumstance is given where an action is deployed.
final class Holds {
    private final ActionSpec spec;
    private final ActionContext context;

    Holds(ActionSpec spec, ActionContext context) {
        this.spec = spec;
        this.context = context;
    }

    boolean holds(When when) {
        return switch (when) {
            case When.SettingIs(var key, var values) ->
                    setting(key).map(Text::shown).filter(values::contains).isPresent();
            case When.SettingPresent(var key) -> written(key).isPresent();
            case When.SettingAbsent(var key) -> written(key).isEmpty();
            case When.Inputs(var atLeast) -> context.inputs().size() >= atLeast;
            case When.NoInputs() -> context.inputs().isEmpty();
            case When.Outputs(var atLeast) -> context.outputs().size() >= atLeast;
            case When.StoreEncrypted() ->
                    context.store().flatMap(ActionContext.Store::key).isPresent();
            case When.ProjectHas(var feature) -> hasFeature(feature);
            case When.VariableOfKind(var kind) -> handsOn(kind);
            case When.InputMadeWith(var key, var value) ->
                    context.sources().stream().anyMatch(s -> value.equals(s.get(key)));
            case When.All(var parts) -> parts.stream().allMatch(this::holds);
            case When.Judged _ -> false;
        };
    }

    /// The setting as written, or what AWS takes when it is absent.
    Optional<Text> setting(String key) {
        return written(key)
                .or(() -> spec.field(key).flatMap(FieldSpec::defaultValue).map(Text::of));
    }

    private Optional<Text> written(String key) {
        return Optional.ofNullable(context.settings().get(key))
                .filter(text -> !text.parts().isEmpty());
    }

    private boolean hasFeature(String feature) {
        return switch (feature) {
            case "parameter-store" -> handsOn(EnvironmentVariable.Kind.PARAMETER_STORE.name());
            case "secrets-manager" -> handsOn(EnvironmentVariable.Kind.SECRETS_MANAGER.name());
            default -> context.project().filter(p -> p.features().contains(feature)).isPresent();
        };
    }

    private boolean handsOn(String kind) {
        return variables().anyMatch(v -> v.kind().name().equals(kind)) || inSettings(kind);
    }

    /// All variables that are known one by one: the action's and its project's.
    Stream<EnvironmentVariable> variables() {
        return Stream.concat(
                context.variables().stream(),
                context.project().stream().flatMap(p -> p.variables().stream()));
    }

    /// CodeBuild's `EnvironmentVariables` is JSON text; its kinds can be told without reading all of it.
    private boolean inSettings(String kind) {
        var typed = Pattern.compile("\"type\"\\s*:\\s*\"" + Pattern.quote(kind) + "\"");
        return context.settings().values().stream().anyMatch(t -> typed.matcher(t.shown()).find());
    }
}
