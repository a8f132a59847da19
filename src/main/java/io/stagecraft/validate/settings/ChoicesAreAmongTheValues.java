package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ChoicesAreAmongTheValues implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC402",
                    Severity.ERROR,
                    "Choices are among the values there are",
                    "AWS refuses a value that it does not know.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.CHOICE, FieldKind.LIST)
                .filter(s -> !s.field().values().isEmpty())
                .flatMap(ChoicesAreAmongTheValues::of);
    }

    private static Stream<Problem> of(Setting s) {
        var values = s.field().values();
        var parts = s.field().kind() == FieldKind.CHOICE ? List.of(s.value()) : s.parts();
        return parts.stream()
                .filter(p -> !s.field().offers(p))
                .limit(1)
                .map(p -> {
                    var fixed =
                            parts.stream()
                                    .map(x ->
                                            s.field().offers(x)
                                                    ? x
                                                    : Nearest.to(x, values).orElse(""))
                                    .filter(x -> !x.isEmpty())
                                    .distinct()
                                    .collect(Collectors.joining(","));
                    return INFO.at(
                            s.about(),
                            s.words()
                                    + " is "
                                    + p
                                    + ", not one of "
                                    + String.join(", ", values)
                                    + ".",
                            fixed.isEmpty()
                                    ? values.stream().limit(3).map(s::use).toList()
                                    : List.of(s.use(fixed)));
                });
    }
}
