package io.stagecraft.iam;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Given;
import io.stagecraft.model.EnvironmentVariable;

import java.util.Optional;
import java.util.stream.Stream;

/// Whether a circumstance is given where an action is deployed.
final class Holds implements Given {
    private final Kind spec;
    private final ActionContext context;

    Holds(Kind spec, ActionContext context) {
        this.spec = spec;
        this.context = context;
    }

    /// The setting as written, or what AWS takes when it is absent.
    Optional<Text> setting(String key) {
        return text(key).or(() -> usual(key).map(Text::of));
    }

    @Override
    public Optional<String> written(String key) {
        return text(key).map(Text::shown);
    }

    @Override
    public Optional<String> usual(String key) {
        return spec.field(key).flatMap(FieldSpec::defaultValue);
    }

    @Override
    public int inputs() {
        return context.inputs().size();
    }

    @Override
    public int outputs() {
        return context.outputs().size();
    }

    @Override
    public boolean isStoreEncrypted() {
        return context.store().flatMap(ActionContext.Store::key).isPresent();
    }

    @Override
    public boolean isMadeWith(String key, String value) {
        return context.sources().stream().anyMatch(s -> Text.of(value).equals(s.get(key)));
    }

    private Optional<Text> text(String key) {
        return Optional.ofNullable(context.settings().get(key))
                .filter(text -> !text.parts().isEmpty());
    }

    @Override
    public boolean hasFeature(String feature) {
        return switch (feature) {
            case "parameter-store" -> handsOn(EnvironmentVariable.Kind.PARAMETER_STORE.name());
            case "secrets-manager" -> handsOn(EnvironmentVariable.Kind.SECRETS_MANAGER.name());
            default -> context.project().filter(p -> p.features().contains(feature)).isPresent();
        };
    }

    @Override
    public boolean handsOn(String kind) {
        return held(kind).findAny().isPresent();
    }

    /// What the variables of that kind hold: the action's, its project's, and those written into a setting.
    Stream<String> held(String kind) {
        return Stream.of(
                        context.variables().stream(),
                        context.project().stream().flatMap(p -> p.variables().stream()),
                        spec.fields().stream()
                                .filter(f -> f.kind() == FieldKind.VARIABLES)
                                .flatMap(f -> text(f.key()).stream())
                                .flatMap(t -> EnvironmentVariable.in(t.shown())))
                .flatMap(s -> s)
                .filter(v -> v.kind().name().equals(kind))
                .map(EnvironmentVariable::value)
                .distinct();
    }
}
