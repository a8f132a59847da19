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
import java.util.Optional;
import java.util.stream.Stream;

final class VariableKeysAreKnown implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC503",
                    Severity.WARNING,
                    "Variables are ones that the action publishes",
                    "A variable that is never set stays unresolved, and the action that uses it fails.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Use.ofActions(drawing)
                .flatMap(u ->
                        drawing.namespaces().getOrDefault(u.ref().namespace(), List.of()).stream()
                                .limit(1)
                                .flatMap(p -> of(u, p).stream()));
    }

    private static Optional<Problem> of(Use use, Drawing.Seat producer) {
        var spec =
                producer.spec()
                        .filter(s ->
                                s.dynamicVariables().isEmpty()
                                        && !s.open()
                                        && s.members().isEmpty());
        return spec.filter(s -> !s.variables().contains(use.ref().key()))
                .map(s ->
                        INFO.at(
                                use.about(),
                                use.where()
                                        + " uses "
                                        + use.ref().text()
                                        + ", which "
                                        + producer.action().name()
                                        + " does not publish"
                                        + (s.variables().isEmpty()
                                                ? "."
                                                : "; it has "
                                                        + String.join(", ", s.variables())
                                                        + "."),
                                Nearest.to(use.ref().key(), s.variables())
                                        .flatMap(k ->
                                                use.instead(
                                                        new VariableRef(use.ref().namespace(), k)))
                                        .map(List::of)
                                        .orElse(List.of())));
    }
}
