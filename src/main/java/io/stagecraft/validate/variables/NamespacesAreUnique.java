package io.stagecraft.validate.variables;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

final class NamespacesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC504",
                    Severity.ERROR,
                    "Namespaces are unique",
                    "Nobody could tell whose variables are meant.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.namespaces().entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream()
                                .skip(1)
                                .map(s ->
                                        again(
                                                drawing,
                                                e.getKey(),
                                                s.action(),
                                                e.getValue().getFirst().action())));
    }

    private static Problem again(Drawing drawing, String name, Action action, Action first) {
        var taken = new HashSet<>(drawing.namespaces().keySet());
        taken.addAll(drawing.flow().artifacts());
        var free = Legal.NAMESPACE.mended(name, "Variables", taken);
        return INFO.at(
                About.of(action, "namespace"),
                action.name() + " publishes under " + name + ", as " + first.name() + " does.",
                new Fix(
                        "Rename to " + free,
                        new ChangeAction(
                                action.id(),
                                "Rename namespace of " + action.name(),
                                a -> a.withNamespace(Optional.of(free)))));
    }
}
