package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Locale;
import java.util.stream.Stream;

final class FlagsAreTrueOrFalse implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC403",
                    Severity.ERROR,
                    "Flags are true or false",
                    "AWS takes true and false, in small letters.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.FLAG)
                .filter(s -> !s.value().matches("true|false"))
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words() + " is \"" + s.value() + "\", neither true nor false.",
                                s.use(
                                        s.value()
                                                        .toLowerCase(Locale.ROOT)
                                                        .matches("t(rue)?|yes|y|on|1")
                                                ? "true"
                                                : "false")));
    }
}
