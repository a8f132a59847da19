package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class NumbersAreInRange implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC404",
                    Severity.ERROR,
                    "Numbers are whole and in range",
                    "AWS refuses other numbers.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.NUMBER)
                .filter(s -> !isFine(s))
                .map(NumbersAreInRange::wrong);
    }

    private static boolean isFine(Setting s) {
        return s.value().matches("-?\\d{1,9}") && near(s) == Integer.parseInt(s.value());
    }

    private static int near(Setting s) {
        return Math.clamp(
                Integer.parseInt(s.value()),
                s.field().min().orElse(Integer.MIN_VALUE),
                s.field().max().orElse(Integer.MAX_VALUE));
    }

    private static Problem wrong(Setting s) {
        if (!s.value().matches("-?\\d{1,9}")) {
            return INFO.at(s.about(), s.words() + " is \"" + s.value() + "\", not a whole number.");
        }
        var range =
                s.field().min().map(n -> "at least " + n).orElse("")
                        + (s.field().min().isPresent() && s.field().max().isPresent()
                                ? " and "
                                : "")
                        + s.field().max().map(n -> "at most " + n).orElse("");
        return INFO.at(
                s.about(),
                s.words() + " is " + s.value() + "; it has to be " + range + ".",
                s.use("" + near(s)));
    }
}
