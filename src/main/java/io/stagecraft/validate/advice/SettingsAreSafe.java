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
                                .filter(f -> !f.risky().isEmpty())
                                .flatMap(f ->
                                        s
                                                .action()
                                                .setting(f.key())
                                                .filter(v -> risk(f, v, drawing).isPresent())
                                                .map(v ->
                                                        INFO.at(
                                                                About.of(s.action(), f.key()),
                                                                f.label()
                                                                        + " of "
                                                                        + s.action().name()
                                                                        + " is "
                                                                        + v
                                                                        + ", which "
                                                                        + risk(f, v, drawing)
                                                                                .orElse("")
                                                                        + ".",
                                                                new Fix(
                                                                        "Clear " + f.label(),
                                                                        new ClearSetting(
                                                                                s.action().id(),
                                                                                f.key()))))
                                                .stream()));
    }

    private static Optional<String> risk(FieldSpec field, String value, Drawing drawing) {
        return field.risky().entrySet().stream()
                .filter(e ->
                        e.getKey().replace("{pipeline}", drawing.design().name()).equals(value))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
