package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Placeholder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// An action's settings as its pipeline declares them: companions in their places, secrets asked for on deployment.
final class Settings {
    private final ActionCatalog catalog;
    private final Ground ground;
    private final Companions companions;
    private final List<String> notes;

    Settings(ActionCatalog catalog, Ground ground, Companions companions, List<String> notes) {
        this.catalog = catalog;
        this.ground = ground;
        this.companions = companions;
        this.notes = notes;
    }

    LinkedHashMap<String, Text> of(Action action) {
        var spec = catalog.find(action.type());
        var settings = new LinkedHashMap<String, Text>();
        action.settings().forEach((key, value) -> settings.put(key, one(action, spec, key, value)));
        return settings;
    }

    /// The same of a rule of a stage condition.
    LinkedHashMap<String, Text> of(ConditionRule rule, List<FieldSpec> fields) {
        var settings = new LinkedHashMap<String, Text>();
        rule.settings()
                .forEach((key, value) -> settings.put(key, named(rule.name(), fields, key, value)));
        return settings;
    }

    private Text one(Action action, Optional<ActionSpec> spec, String key, String value) {
        boolean secret =
                spec.flatMap(s -> s.field(key))
                        .filter(f -> f.kind() == FieldKind.SECRET)
                        .isPresent();
        if (secret) {
            return ground.draft(ground.home())
                    .parameter(
                            Keys.pascal(action.name()) + Keys.pascal(key),
                            key + " of the action " + action.name(),
                            true);
        }
        return named(action.name(), spec.map(ActionSpec::fields).orElse(List.of()), key, value);
    }

    private Text named(String name, List<FieldSpec> fields, String key, String value) {
        var reference = CompanionRef.in(value);
        return reference.isEmpty()
                ? Text.of(isBuildspec(fields, key) ? Placeholder.ofCommands(value) : value)
                : companions
                        .setting(reference.get(), form(fields, key))
                        .orElseGet(() -> nothing(name, key, value));
    }

    private Text nothing(String name, String key, String value) {
        notes.add(name + ": " + key + " names " + value + ", which the design does not hold.");
        return Text.of(value);
    }

    /// Its `${…}` is the shell's.
    private static boolean isBuildspec(List<FieldSpec> fields, String key) {
        return fields.stream()
                .anyMatch(f -> f.key().equals(key) && f.kind() == FieldKind.BUILDSPEC);
    }

    /// What of a companion AWS wants in this setting; its name, where nobody said.
    static FieldSpec.Form form(List<FieldSpec> fields, String key) {
        return fields.stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .flatMap(FieldSpec::companion)
                .map(FieldSpec.CompanionUse::form)
                .orElse(FieldSpec.Form.NAME);
    }
}
