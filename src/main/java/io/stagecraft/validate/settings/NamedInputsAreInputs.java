package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class NamedInputsAreInputs implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC412",
                    Severity.ERROR,
                    "Settings name inputs of their action",
                    "The setting chooses among the input artifacts of the action.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.INPUT)
                .filter(s -> !s.action().inputs().contains(s.value()))
                .map(s ->
                        INFO.at(
                                s.about(),
                                s.words()
                                        + " is "
                                        + s.value()
                                        + ", which "
                                        + s.action().name()
                                        + " does not read.",
                                InputFixes.of(drawing, s, s.value(), i -> i)));
    }
}
