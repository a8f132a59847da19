package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.Connect;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class InputCountsFit implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC304",
                    Severity.ERROR,
                    "Actions read as many artifacts as they can",
                    "Every action type takes so many input artifacts; CodePipeline refuses fewer and more.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s
                                .spec()
                                .filter(x -> !x.inputs().allows(s.action().inputs().size()))
                                .map(x -> wrong(drawing, s.action(), x))
                                .stream());
    }

    private static Problem wrong(Drawing drawing, Action action, ActionSpec spec) {
        var bounds = spec.inputs();
        var count = action.inputs().size();
        var message = Counts.said(action, "reads", count, spec, "takes", bounds);
        if (count > bounds.max()) {
            var kept = action.inputs().subList(0, bounds.max());
            return INFO.at(
                    About.of(action, "inputs"),
                    message,
                    new Fix(
                            kept.isEmpty() ? "Disconnect all" : "Keep " + String.join(", ", kept),
                            new ChangeAction(
                                    action.id(),
                                    "Disconnect inputs of " + action.name(),
                                    a -> a.withInputs(kept))));
        }
        var more = Wiring.candidates(drawing, action);
        var missing = bounds.min() - count;
        return INFO.at(
                About.of(action, "inputs"),
                message,
                missing == 1
                        ? more.stream()
                                .limit(3)
                                .map(a -> new Fix("Connect " + a, new Connect(a, action.id())))
                                .toList()
                        : List.of());
    }
}
