package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ChangeSetsAreExecuted implements Rule {
    private static final Info INFO =
            new Info(
                    "SC908",
                    Severity.HINT,
                    "Change sets are executed",
                    "A change set that nobody executes changes nothing.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var all = Handed.all(drawing);
        return all.stream()
                .filter(h -> h.made() && h.isLiteral())
                .filter(h ->
                        all.stream()
                                .noneMatch(t ->
                                        !t.made() && (t.what().equals(h.what()) || !t.isLiteral())))
                .map(h ->
                        INFO.at(
                                About.of(h.seat().action(), h.field()),
                                h.seat().action().name()
                                        + " makes a "
                                        + h.thing()
                                        + " that no action executes."));
    }
}
