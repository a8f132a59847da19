package io.stagecraft.validate.settings;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SettingsGoTogether implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC424",
                    Severity.ERROR,
                    "Settings go together",
                    "AWS refuses these settings beside each other.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Checks.of(drawing, true)
                .map(c -> INFO.at(About.of(c.action(), c.check().field()), c.words(), c.fixes()));
    }
}
