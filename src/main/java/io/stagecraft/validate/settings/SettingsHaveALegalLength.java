package io.stagecraft.validate.settings;

import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class SettingsHaveALegalLength implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC406",
                    Severity.ERROR,
                    "Settings have a legal length",
                    "A setting has 1 to 1000 characters, a few have fewer; its key has at most 50.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int LONGEST = 1000;
    private static final int LONGEST_KEY = 50;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().settings().entrySet().stream()
                                .flatMap(e -> of(drawing, s, e.getKey(), e.getValue())));
    }

    private static Stream<Problem> of(
            Drawing drawing, Drawing.Seat seat, String key, String value) {
        var action = seat.action();
        var field = seat.spec().flatMap(x -> x.field(key));
        var longest = Math.min(LONGEST, field.map(FieldSpec::maxLength).orElse(LONGEST));
        if (key.length() > LONGEST_KEY) {
            return Stream.of(
                    INFO.at(
                            About.of(action, key),
                            "The setting "
                                    + key
                                    + " of "
                                    + action.name()
                                    + " has a key of more than "
                                    + LONGEST_KEY
                                    + " characters.",
                            new Fix("Clear it", new ClearSetting(action.id(), key))));
        }
        if (value.isEmpty() && !isMissed(drawing, seat, field)) {
            return Stream.of(
                    INFO.at(
                            About.of(action, key),
                            field.map(FieldSpec::label).orElse(key)
                                    + " of "
                                    + action.name()
                                    + " is empty; AWS takes a setting with a text, or none.",
                            new Fix("Clear it", new ClearSetting(action.id(), key))));
        }
        return value.length() <= longest || !Literal.is(value) && value.length() <= LONGEST
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of(action, key),
                                field.map(FieldSpec::label).orElse(key)
                                        + " of "
                                        + action.name()
                                        + " has "
                                        + value.length()
                                        + " characters; AWS takes "
                                        + longest
                                        + "."));
    }

    /// Whether the setting has to be there, so that another rule says that it is missing.
    private static boolean isMissed(Drawing drawing, Drawing.Seat seat, Optional<FieldSpec> field) {
        return seat.spec()
                .flatMap(spec ->
                        field.filter(
                                Circumstance.of(drawing.design(), seat.action(), spec)::isRequired))
                .isPresent();
    }
}
