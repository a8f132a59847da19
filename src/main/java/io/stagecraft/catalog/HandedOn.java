package io.stagecraft.catalog;

import io.stagecraft.model.EnvironmentVariable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an action or a rule says to the build that it starts.
///
/// @param buildspec to use instead of the project's, or where it is
/// @param variables those that hide the project's
public record HandedOn(Optional<String> buildspec, List<EnvironmentVariable> variables) {
    /// Nothing but that the build starts.
    public static final HandedOn NOTHING = new HandedOn(Optional.empty(), List.of());

    public HandedOn {
        variables = List.copyOf(variables);
    }

    /// As the settings of a type with these fields say it.
    public static HandedOn of(List<FieldSpec> fields, Map<String, String> settings) {
        return new HandedOn(
                texts(fields, settings, FieldKind.BUILDSPEC)
                        .filter(text -> !text.isBlank())
                        .findFirst(),
                texts(fields, settings, FieldKind.VARIABLES)
                        .flatMap(EnvironmentVariable::in)
                        .toList());
    }

    private static Stream<String> texts(
            List<FieldSpec> fields, Map<String, String> settings, FieldKind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .flatMap(field -> Optional.ofNullable(settings.get(field.key())).stream());
    }
}
