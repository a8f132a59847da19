package io.stagecraft.validate.settings;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class TextsMatchTheirPattern implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC405",
                    Severity.ERROR,
                    "Settings have the shape that AWS wants",
                    "AWS refuses another shape.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var patterns = new HashMap<String, Pattern>();
        return Setting.all(drawing)
                .filter(s ->
                        !s.value().isEmpty()
                                && Literal.is(s.value())
                                && s.field().pattern().isPresent())
                .filter(s ->
                        !patterns.computeIfAbsent(s.field().pattern().get(), Pattern::compile)
                                .matcher(s.value())
                                .matches())
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words()
                                        + " is \""
                                        + shortened(s.value())
                                        + "\", which has another shape than AWS wants. "
                                        + s.field().shape().orElse(s.field().help())));
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
