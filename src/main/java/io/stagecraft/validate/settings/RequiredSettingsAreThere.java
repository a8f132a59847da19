package io.stagecraft.validate.settings;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.SetSetting;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class RequiredSettingsAreThere implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC401",
                    Severity.ERROR,
                    "Required settings are there",
                    "CodePipeline refuses an action without the settings that its type requires.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .flatMap(spec ->
                                        spec.fields().stream()
                                                .filter(f ->
                                                        s.action()
                                                                        .setting(f.key())
                                                                        .filter(v -> !v.isBlank())
                                                                        .isEmpty()
                                                                && Circumstance.of(
                                                                                drawing.design(),
                                                                                s.action(),
                                                                                spec)
                                                                        .isRequired(f))
                                                .map(f -> missing(drawing, s.action(), spec, f))));
    }

    private static Problem missing(
            Drawing drawing, Action action, ActionSpec spec, FieldSpec field) {
        return INFO.at(
                About.of(action, field.key()),
                action.name()
                        + " has no "
                        + field.label()
                        + ", which "
                        + spec.title()
                        + " requires.",
                fixes(drawing, action, spec, field));
    }

    private static List<Fix> fixes(
            Drawing drawing, Action action, ActionSpec spec, FieldSpec field) {
        if (field.companion().isPresent()) {
            return List.of(
                    CompanionFixes.create(drawing, action, field, field.companion().get().kind()));
        }
        if (field.kind() == FieldKind.INPUT) {
            return action.inputs().stream()
                    .map(i -> new Fix("Use " + i, new SetSetting(action.id(), field.key(), i)))
                    .toList();
        }
        return Optional.ofNullable(spec.drop().settings().get(field.key()))
                .filter(v -> !v.contains("{"))
                .or(field::defaultValue)
                .map(v -> List.of(new Fix("Use " + v, new SetSetting(action.id(), field.key(), v))))
                .orElse(List.of());
    }
}
