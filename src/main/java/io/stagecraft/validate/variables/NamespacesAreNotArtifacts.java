package io.stagecraft.validate.variables;

import io.stagecraft.edit.RenameNamespace;
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
import java.util.stream.Stream;

final class NamespacesAreNotArtifacts implements Rule {
    private static final Info INFO =
            new Info(
                    "SC505",
                    Severity.ERROR,
                    "No namespace has the name of an artifact",
                    "Namespaces and artifacts share their names.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.namespaces().entrySet().stream()
                .filter(e -> !drawing.flow().producersOf(e.getKey()).isEmpty())
                .flatMap(e ->
                        e.getValue().stream().map(s -> wrong(drawing, e.getKey(), s.action())));
    }

    private static Problem wrong(Drawing drawing, String name, Action action) {
        var taken = new HashSet<>(drawing.namespaces().keySet());
        taken.addAll(drawing.flow().artifacts());
        var free = Legal.NAMESPACE.mended(name + "Variables", "Variables", taken);
        return INFO.at(
                About.of(action, "namespace"),
                "The namespace of "
                        + action.name()
                        + ", "
                        + name
                        + ", is the name of an artifact too.",
                new Fix("Rename to " + free, new RenameNamespace(action.id(), free)));
    }
}
