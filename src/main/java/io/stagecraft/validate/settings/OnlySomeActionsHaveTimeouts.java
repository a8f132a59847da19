package io.stagecraft.validate.settings;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class OnlySomeActionsHaveTimeouts implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC415",
                    Severity.ERROR,
                    "Timeouts stand only where they can",
                    "Only manual approvals take a timeout of their own, of 5 to 86400 minutes.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s -> s.action().timeoutMinutes().stream().flatMap(m -> of(s, m)));
    }

    private static Stream<Problem> of(Drawing.Seat seat, int minutes) {
        var action = seat.action();
        if (seat.spec().filter(x -> !x.timeoutSettable()).isPresent()) {
            return Stream.of(
                    INFO.at(
                            About.of(action),
                            action.name()
                                    + " has a timeout, which "
                                    + seat.spec().get().title()
                                    + " does not take.",
                            new Fix(
                                    "Remove it",
                                    new ChangeAction(
                                            action.id(),
                                            "Remove timeout of " + action.name(),
                                            a -> a.withTimeoutMinutes(Optional.empty())))));
        }
        var near = Math.clamp(minutes, 5, 86400);
        return near == minutes
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of(action),
                                action.name()
                                        + " has a timeout of "
                                        + minutes
                                        + " minutes; 5 to 86400 are possible.",
                                new Fix(
                                        "Use " + near,
                                        new ChangeAction(
                                                action.id(),
                                                "Change timeout of " + action.name(),
                                                a -> a.withTimeoutMinutes(Optional.of(near))))));
    }
}
