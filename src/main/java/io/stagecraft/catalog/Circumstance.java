package io.stagecraft.catalog;

import io.stagecraft.model.Action;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.EnvironmentVariable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a circumstance of the catalogue is given for an action of a design.
///
/// What only a person can judge never is. A setting that holds `#{…}` is there, and has none of the values asked for.
public final class Circumstance implements Given {
    private final Design design;
    private final Action action;
    private final List<FieldSpec> fields;

    private Circumstance(Design design, Action action, List<FieldSpec> fields) {
        this.design = design;
        this.action = action;
        this.fields = fields;
    }

    /// The circumstances of `action`, whose type is described by `spec`.
    public static Circumstance of(Design design, Action action, ActionSpec spec) {
        return new Circumstance(design, action, spec.fields());
    }

    /// Whether AWS refuses the action without this setting.
    public boolean isRequired(FieldSpec field) {
        return field.required().filter(this::holds).isPresent();
    }

    @Override
    public Optional<String> written(String key) {
        return action.setting(key).filter(text -> !text.isBlank());
    }

    @Override
    public Optional<String> usual(String key) {
        return fields.stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .flatMap(FieldSpec::defaultValue);
    }

    @Override
    public int inputs() {
        return action.inputs().size();
    }

    @Override
    public int outputs() {
        return action.outputs().size();
    }

    /// A store that the design brings along always has a key of its own.
    @Override
    public boolean isStoreEncrypted() {
        if (design.stores().isEmpty()) {
            return true;
        }
        var region = design.environmentOf(action).region();
        return design.stores().stream()
                .filter(s -> s.region().isEmpty() || s.region().equals(region))
                .map(ArtifactStore::key)
                .anyMatch(key -> !(key instanceof EncryptionKey.AwsManaged));
    }

    @Override
    public boolean hasFeature(String feature) {
        return switch (feature) {
            case "reports" -> project().anyMatch(Companion.BuildProject::reports);
            case "parameter-store" -> ofProject(EnvironmentVariable.Kind.PARAMETER_STORE);
            case "secrets-manager" -> ofProject(EnvironmentVariable.Kind.SECRETS_MANAGER);
            case "vpc" -> project().anyMatch(p -> p.surroundings().network().isPresent());
            case "cache" ->
                    project()
                            .anyMatch(p ->
                                    p.surroundings().cache()
                                            instanceof BuildSurroundings.Cache.InS3);
            default -> false; // a companion has no word for a batch: its actions say it
        };
    }

    private boolean ofProject(EnvironmentVariable.Kind kind) {
        return project().flatMap(p -> p.variables().stream()).anyMatch(v -> v.kind() == kind);
    }

    private Stream<Companion.BuildProject> project() {
        return action.settings().values().stream()
                .flatMap(text -> CompanionRef.in(text).flatMap(design::companion).stream())
                .filter(Companion.BuildProject.class::isInstance)
                .map(Companion.BuildProject.class::cast);
    }

    @Override
    public boolean handsOn(String kind) {
        var typed = Pattern.compile("\"type\"\\s*:\\s*\"" + Pattern.quote(kind) + "\"");
        return action.environmentVariables().stream().anyMatch(v -> v.kind().name().equals(kind))
                || ofProject(EnvironmentVariable.Kind.valueOf(kind))
                || fields.stream()
                        .filter(f -> f.kind() == FieldKind.VARIABLES)
                        .flatMap(f -> written(f.key()).stream())
                        .anyMatch(text -> typed.matcher(text).find());
    }

    @Override
    public boolean isMadeWith(String key, String value) {
        var flow = ArtifactFlow.of(design);
        return action.inputs().stream()
                .flatMap(name -> flow.producersOf(name).stream())
                .anyMatch(maker -> maker.action().setting(key).filter(value::equals).isPresent());
    }
}
