package io.stagecraft.validate.advice;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class NothingIsChangedTwiceAtOnce implements Rule {
    private static final Info INFO =
            new Info(
                    "SC924",
                    Severity.WARNING,
                    "Nothing is changed by two actions at once",
                    "The service refuses the second change while the first is under way, so one of the two fails, now this, now that.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    private record Target(
            int stage, int row, ActionType type, String environment, List<String> named) {}

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var first = new HashMap<Target, Action>();
        return drawing.seats()
                .flatMap(s ->
                        s
                                .spec()
                                .filter(x -> !x.traits().alone().isEmpty())
                                .flatMap(x -> target(drawing, s, x))
                                .flatMap(t ->
                                        Optional.ofNullable(first.putIfAbsent(t, s.action()))
                                                .map(other -> problem(s.action(), other, t)))
                                .stream());
    }

    private static Optional<Target> target(Drawing drawing, Drawing.Seat s, ActionSpec spec) {
        var named =
                spec.traits().alone().stream().map(k -> s.action().setting(k).orElse("")).toList();
        return named.stream().allMatch(n -> !n.isEmpty() && Literal.is(n))
                        && !isHandedOn(drawing, s.action(), spec)
                ? Optional.of(
                        new Target(
                                s.index(),
                                s.action().runOrder(),
                                s.action().type(),
                                drawing.environment(s).id().value(),
                                named))
                : Optional.empty();
    }

    /// A change set is only made here, and may stand beside others.
    private static boolean isHandedOn(Drawing drawing, Action action, ActionSpec spec) {
        var given = Circumstance.of(drawing.design(), action, spec);
        return spec.traits().handovers().stream().anyMatch(h -> h.made() && given.holds(h.when()));
    }

    private static Problem problem(Action action, Action other, Target target) {
        return INFO.at(
                About.of(action),
                action.name()
                        + " and "
                        + other.name()
                        + " change "
                        + String.join(" / ", target.named())
                        + " at the same time.");
    }
}
