package io.stagecraft.validate.features;

import io.stagecraft.catalog.CronWindow;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.TimeZones;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class RuleSettingsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC623",
                    Severity.ERROR,
                    "Settings of condition rules are legal",
                    "AWS refuses a value that it does not know, a number out of range, a time zone or a cron expression that is none, an empty text, and more than 200 settings or 10000 characters.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .flatMap(r -> drawing.ruleType(r.rule()).stream().flatMap(t -> of(r, t)));
    }

    private static final int LONGEST = 10_000;
    private static final int USUAL = 1000; // what fields of actions and rules say that say nothing
    private static final int MOST = 200;

    private static Stream<Problem> of(Drawing.GateRule r, RuleTypeSpec type) {
        var many =
                r.rule().settings().size() > MOST
                        ? Stream.of(
                                INFO.at(
                                        About.of(r, "provider"),
                                        r.words() + " has more than " + MOST + " settings."))
                        : Stream.<Problem>empty();
        return Stream.concat(
                many,
                r.rule().settings().entrySet().stream()
                        .filter(e -> Literal.is(e.getValue()))
                        .filter(e -> !e.getValue().isEmpty() || !isMissed(r, type, e.getKey()))
                        .flatMap(e ->
                                wrong(type, e.getKey(), e.getValue())
                                        .map(what ->
                                                INFO.at(
                                                        About.of(r, e.getKey()),
                                                        r.words() + ": " + what))
                                        .stream()));
    }

    /// Whether the setting has to be there, so that another rule says that it is missing.
    private static boolean isMissed(Drawing.GateRule r, RuleTypeSpec type, String key) {
        return type.field(key)
                .flatMap(FieldSpec::required)
                .filter(new RuleGiven(r.rule(), type)::holds)
                .isPresent();
    }

    private static Optional<String> wrong(RuleTypeSpec type, String key, String value) {
        var field = type.field(key);
        return value.isEmpty()
                ? Optional.of(
                        field.map(FieldSpec::label).orElse(key)
                                + " is empty; AWS takes a setting with a text, or none.")
                : field.flatMap(f -> wrong(f, value));
    }

    private static Optional<String> wrong(FieldSpec field, String value) {
        var parts = field.kind() == FieldKind.LIST ? List.of(value.split(" *, *")) : List.of(value);
        if (value.length() > (field.maxLength() == USUAL ? LONGEST : field.maxLength())) {
            return Optional.of(field.label() + " is too long.");
        }
        if (!field.values().isEmpty() && !parts.stream().allMatch(field::offers)) {
            return Optional.of(
                    field.label()
                            + " is "
                            + value
                            + ", not one of "
                            + String.join(", ", field.values())
                            + ".");
        }
        if (field.kind() == FieldKind.NUMBER && !isInRange(field, value)) {
            return Optional.of(field.label() + " is " + value + ", no whole number in range.");
        }
        if (field.kind() == FieldKind.ZONE && !TimeZones.has(value)) {
            return Optional.of(
                    field.label()
                            + " is "
                            + value
                            + ", which is no time zone. "
                            + TimeZones.meant(value)
                                    .map(zone -> "It may mean " + zone + ".")
                                    .orElse(field.help()));
        }
        if (field.kind() == FieldKind.CRON) {
            return CronWindow.fault(value).map(fault -> field.label() + ": " + fault);
        }
        return field.pattern()
                .filter(p -> !value.matches(p))
                .map(_ ->
                        field.label()
                                + " is \""
                                + value
                                + "\", which has another shape than AWS wants. "
                                + field.shape().orElse(field.help()));
    }

    private static boolean isInRange(FieldSpec field, String value) {
        return value.matches("-?\\d{1,9}")
                && Integer.parseInt(value) >= field.min().orElse(Integer.MIN_VALUE)
                && Integer.parseInt(value) <= field.max().orElse(Integer.MAX_VALUE);
    }
}
