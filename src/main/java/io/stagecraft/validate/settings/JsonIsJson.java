package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Json;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class JsonIsJson implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC409",
                    Severity.ERROR,
                    "JSON settings are JSON",
                    "AWS cannot read the setting otherwise.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.JSON, FieldKind.VARIABLES)
                .filter(s -> Json.read(s.value()).isEmpty())
                .map(s -> INFO.at(s.about(), s.words() + " is not JSON."));
    }
}
