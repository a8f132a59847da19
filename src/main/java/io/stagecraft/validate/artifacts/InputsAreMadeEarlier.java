package io.stagecraft.validate.artifacts;

import io.stagecraft.edit.MoveAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.stream.Stream;

final class InputsAreMadeEarlier implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC302",
                    Severity.ERROR,
                    "Every input is made earlier",
                    "An action can read what an earlier stage made, or an earlier row of its own stage; run orders must differ.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().inputs().stream()
                                .distinct()
                                .flatMap(i ->
                                        drawing.flow().producersOf(i).stream()
                                                .limit(1)
                                                .flatMap(
                                                        p -> drawing.seat(p.action().id()).stream())
                                                .filter(p -> !p.isBefore(s))
                                                .map(p -> late(drawing, s, p, i))));
    }

    private static Problem late(
            Drawing drawing, Drawing.Seat reader, Drawing.Seat maker, String input) {
        var action = reader.action();
        var fixes = new ArrayList<Fix>();
        var when =
                maker.index() > reader.index()
                        ? "only in stage " + maker.stage().name()
                        : maker.action().runOrder() == action.runOrder()
                                ? "in the same row"
                                : "in a later row";
        if (maker.action().id().equals(action.id())) {
            fixes.add(Wiring.disconnect(input, action));
            return INFO.at(
                    About.of(action, "inputs"),
                    action.name() + " reads " + input + ", which it makes itself.",
                    fixes);
        }
        if (maker.index() == reader.index() && maker.action().runOrder() < 999) {
            var row = maker.action().runOrder() + 1;
            fixes.add(
                    new Fix(
                            "Move below " + maker.action().name(),
                            new MoveAction(
                                    action.id(),
                                    reader.stage().id(),
                                    row,
                                    reader.stage().actions().size(),
                                    false)));
        }
        Wiring.candidates(drawing, action).stream()
                .findFirst()
                .ifPresent(a -> fixes.add(Wiring.instead(drawing, action, input, a)));
        fixes.add(Wiring.disconnect(input, action));
        return INFO.at(
                About.of(action, "inputs"),
                action.name()
                        + " reads "
                        + input
                        + ", which "
                        + maker.action().name()
                        + " makes "
                        + when
                        + ".",
                fixes);
    }
}
