package io.stagecraft.validate.advice;

import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class SettingsAreSafe implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC918",
                    Severity.WARNING,
                    "Settings are safe",
                    "AWS takes the value, and few people mean what it does.",
                    Guide.ACTION_TYPES);

    private static final String PIPELINE = "{pipeline}";

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .flatMap(x -> x.fields().stream())
                                .flatMap(f -> problem(s, f, drawing).stream()));
    }

    private static Optional<Problem> problem(Drawing.Seat seat, FieldSpec field, Drawing drawing) {
        var value = seat.action().setting(field.key());
        return value.flatMap(v -> risk(field, v, seat, drawing))
                .map(risk ->
                        INFO.at(
                                About.of(seat.action(), field.key()),
                                field.label()
                                        + " of "
                                        + seat.action().name()
                                        + " is "
                                        + value.orElse("")
                                        + ", which "
                                        + risk
                                        + ".",
                                fixes(seat, field)));
    }

    /// None where AWS asks for the setting: what it should be only a person can say.
    private static List<Fix> fixes(Drawing.Seat seat, FieldSpec field) {
        return field.required().isPresent()
                ? List.of()
                : List.of(
                        new Fix(
                                "Clear " + field.label(),
                                new ClearSetting(seat.action().id(), field.key())));
    }

    private static Optional<String> risk(
            FieldSpec field, String value, Drawing.Seat seat, Drawing drawing) {
        return field.risky().entrySet().stream()
                .filter(e -> named(e.getKey(), seat, drawing).filter(value::equals).isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Nothing where the pipeline is meant and the action works elsewhere: there the name is another pipeline's.
    private static Optional<String> named(String risky, Drawing.Seat seat, Drawing drawing) {
        return risky.contains(PIPELINE) && !drawing.isAtHome(seat)
                ? Optional.empty()
                : Optional.of(risky.replace(PIPELINE, drawing.design().name()));
    }
}
