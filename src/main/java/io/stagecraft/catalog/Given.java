package io.stagecraft.catalog;

import io.stagecraft.model.Literal;

import java.util.Optional;
import java.util.stream.Stream;

/// What is given for one action, wherever it is read from: a drawing, a role's surroundings or a declaration.
///
/// The one place that says when a [When] holds. Who cannot tell something keeps the answer that is here: no.
public interface Given {
    /// The setting as written; nothing for one that is absent or empty.
    Optional<String> written(String key);

    /// What AWS takes for the setting where it is absent.
    Optional<String> usual(String key);

    /// How many artifacts the action reads.
    int inputs();

    /// How many artifacts the action makes.
    int outputs();

    /// Whether the store of the action's region has a customer managed key.
    default boolean isStoreEncrypted() {
        return false;
    }

    /// Whether the build project that it names has this one of [When.ProjectHas#FEATURES].
    default boolean hasFeature(String feature) {
        return false;
    }

    /// Whether it or its project hands on an environment variable of this kind.
    default boolean handsOn(String kind) {
        return false;
    }

    /// Whether it reads what a source made that has this value for its setting.
    default boolean isMadeWith(String key, String value) {
        return false;
    }

    /// Whether the circumstance is given; what only a person can judge never is.
    default boolean holds(When when) {
        return switch (when) {
            case When.SettingIs(var key, var values) ->
                    written(key).or(() -> usual(key)).filter(values::contains).isPresent();
            case When.SettingIsNot(var key, var values) ->
                    written(key).or(() -> usual(key)).filter(v -> !values.contains(v)).isPresent();
            case When.SettingHas(var key, var values) ->
                    written(key).or(() -> usual(key)).stream()
                            .flatMap(list -> Stream.of(list.split(",")))
                            .anyMatch(element -> values.contains(element.strip()));
            case When.SettingIsNo(var key, var form) ->
                    written(key).filter(text -> !form.fits(text)).isPresent();
            case When.SettingPresent(var key) -> written(key).isPresent();
            case When.SettingAbsent(var key) -> written(key).isEmpty();
            case When.Inputs(var atLeast) -> inputs() >= atLeast;
            case When.NoInputs() -> inputs() == 0;
            case When.Outputs(var atLeast) -> outputs() >= atLeast;
            case When.NoOutputs() -> outputs() == 0;
            case When.StoreEncrypted() -> isStoreEncrypted();
            case When.ProjectHas(var feature) -> hasFeature(feature);
            case When.VariableOfKind(var kind) -> handsOn(kind);
            case When.InputMadeWith(var key, var value) -> isMadeWith(key, value);
            case When.All(var parts) -> parts.stream().allMatch(this::holds);
            case When.Judged _ -> false;
        };
    }

    /// Whether no setting whose text the circumstance asks for is a placeholder.
    default boolean isKnown(When when) {
        return switch (when) {
            case When.All(var parts) -> parts.stream().allMatch(this::isKnown);
            case When.SettingIs(var key, _) -> isLiteral(key);
            case When.SettingIsNot(var key, _) -> isLiteral(key);
            case When.SettingHas(var key, _) -> isLiteral(key);
            case When.SettingIsNo(var key, _) -> isLiteral(key);
            case When.SettingPresent _,
                    When.SettingAbsent _,
                    When.Inputs _,
                    When.NoInputs _,
                    When.Outputs _,
                    When.NoOutputs _,
                    When.StoreEncrypted _,
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.InputMadeWith _,
                    When.Judged _ ->
                    true;
        };
    }

    private boolean isLiteral(String key) {
        return written(key).map(Literal::is).orElse(true);
    }
}
