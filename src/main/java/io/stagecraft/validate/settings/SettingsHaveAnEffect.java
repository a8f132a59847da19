package io.stagecraft.validate.settings;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SettingsHaveAnEffect implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC425",
                    Severity.WARNING,
                    "Settings have an effect",
                    "AWS takes the setting and then ignores it, or the action fails when it starts: another setting rules it out or is missing.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Checks.of(drawing, false)
                .map(c -> INFO.at(About.of(c.action(), c.check().field()), c.words(), c.fixes()));
    }
}
