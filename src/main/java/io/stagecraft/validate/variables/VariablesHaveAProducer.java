package io.stagecraft.validate.variables;

import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class VariablesHaveAProducer implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC501",
                    Severity.ERROR,
                    "Every variable is published by some action",
                    "A variable can be used only when an action publishes under its namespace.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Use.ofActions(drawing)
                .filter(u -> !drawing.namespaces().containsKey(u.ref().namespace()))
                .map(u -> unknown(drawing, u));
    }

    private static Problem unknown(Drawing drawing, Use use) {
        var earlier =
                drawing.namespaces().entrySet().stream()
                        .filter(e -> e.getValue().stream().anyMatch(use::isAfter))
                        .map(Map.Entry::getKey)
                        .toList();
        var fixes =
                Nearest.to(use.ref().namespace(), earlier)
                        .flatMap(n -> use.instead(new VariableRef(n, use.ref().key())))
                        .map(List::of)
                        .orElse(List.of());
        return INFO.at(
                use.about(),
                use.where()
                        + " uses "
                        + use.ref().text()
                        + ", but no action has the namespace "
                        + use.ref().namespace()
                        + ".",
                fixes);
    }
}
