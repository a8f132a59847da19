package io.stagecraft.validate.structure;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ActionTypesAreOffered implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC111",
                    Severity.WARNING,
                    "Action types of AWS are among those it offers",
                    "AWS refuses a type of its own that it does not have; the catalogue lists those of its guide, and only a newer one can be missing.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> Spellings.isStrange(drawing, s))
                .filter(s -> Spellings.of(drawing, s.action().type()).isEmpty())
                .map(s ->
                        INFO.at(
                                About.of(s.action()),
                                s.action().type().path()
                                        + ", the type of "
                                        + s.action().name()
                                        + ", is not among those that AWS offers."));
    }
}
