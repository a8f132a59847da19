package io.stagecraft.validate.structure;

import io.stagecraft.model.ActionType;
import io.stagecraft.model.Owner;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ActionTypesAreKnown implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC108",
                    Severity.HINT,
                    "Action types are known",
                    "What the catalogue does not know cannot be checked: its settings, artifacts and permissions are taken as they are.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> s.spec().isEmpty() && !Spellings.isStrange(drawing, s))
                .map(s ->
                        INFO.at(
                                About.of(s.action()),
                                "Nothing is known of "
                                        + s.action().type().path()
                                        + ", the type of "
                                        + s.action().name()
                                        + "."
                                        + doubtful(drawing, s)));
    }

    private static String doubtful(Drawing drawing, Drawing.Seat seat) {
        var like = Spellings.of(drawing, seat.action().type());
        return seat.action().type().owner() == Owner.CUSTOM || like.isEmpty()
                ? ""
                : " The catalogue has "
                        + like.stream().map(ActionType::path).collect(Collectors.joining(" and "))
                        + ", which no page of AWS confirms.";
    }
}
