package io.stagecraft.validate.advice;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Action;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class ConnectionsAreShared implements Rule {
    private static final Info INFO =
            new Info(
                    "SC905",
                    Severity.HINT,
                    "Connections are shared",
                    "Every connection has to be confirmed by hand in the console; one for each Git host is enough.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashMap<List<Object>, String>();
        return drawing.design().companions().stream()
                .flatMap(c ->
                        c instanceof Companion.Connection x && x.origin() instanceof Origin.Create
                                ? of(x, seen)
                                : Stream.empty());
    }

    private static Stream<Problem> of(Companion.Connection c, Map<List<Object>, String> seen) {
        var first = seen.putIfAbsent(List.of(c.providerType(), c.environment()), c.name());
        return first == null || first.equals(c.name())
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of("companions", c.name()),
                                c.name()
                                        + " is a second connection to "
                                        + c.providerType()
                                        + ", beside "
                                        + first
                                        + ".",
                                new Fix(
                                        "Use " + first,
                                        new ChangeDesign(
                                                "Use " + first + " for " + c.name(),
                                                d -> merged(d, c.name(), first)))));
    }

    private static Design merged(Design design, String from, String to) {
        var stages =
                design.stages().stream()
                        .map(s ->
                                s.withActions(
                                        s.actions().stream()
                                                .map(a -> pointed(a, from, to))
                                                .toList()))
                        .toList();
        return design.withStages(stages)
                .withCompanions(
                        design.companions().stream().filter(c -> !c.name().equals(from)).toList());
    }

    private static Action pointed(Action action, String from, String to) {
        var settings = new LinkedHashMap<String, String>();
        action.settings()
                .forEach((k, v) ->
                        settings.put(k, v.equals(CompanionRef.to(from)) ? CompanionRef.to(to) : v));
        return action.withSettings(settings);
    }
}
