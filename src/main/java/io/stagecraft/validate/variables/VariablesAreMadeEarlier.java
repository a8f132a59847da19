package io.stagecraft.validate.variables;

import io.stagecraft.edit.MoveAction;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class VariablesAreMadeEarlier implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC502",
                    Severity.ERROR,
                    "Variables are published earlier",
                    "A variable can be used only by what runs later: in a later stage, or a later row of the same one.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Use.ofActions(drawing)
                .filter(u -> drawing.namespaces().containsKey(u.ref().namespace()))
                .filter(u ->
                        drawing.namespaces().getOrDefault(u.ref().namespace(), List.of()).stream()
                                .noneMatch(u::isAfter))
                .map(u -> early(drawing, u));
    }

    private static Problem early(Drawing drawing, Use use) {
        var producer =
                drawing.namespaces().getOrDefault(use.ref().namespace(), List.of()).getFirst();
        return INFO.at(
                use.about(),
                use.where()
                        + " uses "
                        + use.ref().text()
                        + ", which "
                        + producer.action().name()
                        + " publishes only later.",
                fixes(use, producer));
    }

    private static List<Fix> fixes(Use use, Drawing.Seat producer) {
        return use.seat()
                .filter(s ->
                        s.index() == producer.index()
                                && !s.action().id().equals(producer.action().id())
                                && producer.action().runOrder() < 999)
                .map(s ->
                        List.of(
                                new Fix(
                                        "Move below " + producer.action().name(),
                                        new MoveAction(
                                                s.action().id(),
                                                s.stage().id(),
                                                producer.action().runOrder() + 1,
                                                s.stage().actions().size(),
                                                false))))
                .orElse(List.of());
    }
}
