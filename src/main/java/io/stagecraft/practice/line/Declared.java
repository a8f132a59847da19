package io.stagecraft.practice.line;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Given;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a declaration of an action or a rule alone tells of its circumstances; what it does not is no ground to refuse it.
record Declared(List<FieldSpec> fields, Map<String, String> settings, int inputs, int outputs)
        implements Given {
    static Declared of(ActionDeclaration action, List<FieldSpec> fields) {
        return new Declared(
                fields,
                action.configuration(),
                action.inputArtifacts().size(),
                action.outputArtifacts().size());
    }

    static Declared of(RuleDeclaration rule, List<FieldSpec> fields) {
        return new Declared(fields, rule.configuration(), rule.inputArtifacts().size(), 0);
    }

    @Override
    public Optional<String> written(String key) {
        return Optional.ofNullable(settings.get(key)).filter(v -> !v.isEmpty());
    }

    @Override
    public Optional<String> usual(String key) {
        return field(key).flatMap(FieldSpec::defaultValue);
    }

    private Optional<FieldSpec> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /// The first setting that AWS wants and that is not there.
    Optional<String> missing() {
        return fields.stream()
                .filter(f -> f.required().filter(this::holds).isPresent())
                .filter(f -> written(f.key()).isEmpty() && f.defaultValue().isEmpty())
                .map(FieldSpec::key)
                .findFirst();
    }

    /// The first setting that AWS does not know.
    Optional<String> unknown() {
        return settings.keySet().stream().filter(key -> field(key).isEmpty()).findFirst();
    }

    /// The first setting whose value is none of those that AWS takes; one with a variable in it is looked at when it is known.
    Optional<FieldSpec> strange() {
        return fields.stream()
                .filter(f -> !f.values().isEmpty())
                .filter(f ->
                        written(f.key())
                                .filter(v -> !v.contains("#{"))
                                .filter(v -> !Scribe.listed(v).stream().allMatch(f::offers))
                                .isPresent())
                .findFirst();
    }
}
