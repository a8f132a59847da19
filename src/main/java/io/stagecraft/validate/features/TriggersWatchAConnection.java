package io.stagecraft.validate.features;

import io.stagecraft.model.Action;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Trigger;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class TriggersWatchAConnection implements Rule {
    private static final Info INFO =
            new Info(
                    "SC606",
                    Severity.ERROR,
                    "Triggers watch a source with a connection",
                    "A trigger names a source action of the pipeline, and only connections report pushes and pull requests to it.",
                    Guide.TRIGGERS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var sources =
                drawing.seats()
                        .map(Drawing.Seat::action)
                        .filter(a ->
                                a.type().isSource() && a.type().provider().equals(Trigger.PROVIDER))
                        .map(Action::name)
                        .toList();
        return drawing.design().triggers().stream()
                .filter(t -> Literal.is(t.source()) && !sources.contains(t.source()))
                .filter(t -> !isToBeKnown(drawing, t))
                .map(t -> wrong(drawing, t, sources));
    }

    /// Whether the source is of a provider that a template fills in, under this name or under one that it fills in as well.
    private static boolean isToBeKnown(Drawing drawing, Trigger trigger) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a -> a.type().isSource())
                .anyMatch(a ->
                        a.name().equals(trigger.source()) && !Literal.is(a.type().provider())
                                || !Literal.is(a.name()));
    }

    private static Problem wrong(Drawing drawing, Trigger trigger, List<String> sources) {
        var exists = drawing.seats().anyMatch(s -> s.action().name().equals(trigger.source()));
        var fixes = new ArrayList<Fix>();
        sources.stream()
                .filter(n ->
                        drawing.design().triggers().stream().noneMatch(t -> t.source().equals(n)))
                .findFirst()
                .ifPresent(n ->
                        fixes.add(
                                Mends.change(
                                        trigger,
                                        "Watch " + n,
                                        "Watch " + n,
                                        t -> t.withSource(n))));
        fixes.add(Mends.removeTrigger(trigger));
        return INFO.at(
                About.of("triggers", trigger.source()),
                exists
                        ? "A trigger watches "
                                + trigger.source()
                                + ", which is no source with a connection."
                        : "A trigger watches " + trigger.source() + ", which is not there.",
                fixes);
    }
}
