package io.stagecraft.validate.names;

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

import java.util.stream.Stream;

final class NamespacesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC205",
                    Severity.ERROR,
                    "Namespaces are legal",
                    "CodePipeline refuses other names; a dot would end the namespace in a reference.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.namespaces().entrySet().stream()
                .filter(e -> !Legal.NAMESPACE.allows(e.getKey()))
                .flatMap(e ->
                        e.getValue().stream().map(s -> wrong(drawing, s.action(), e.getKey())));
    }

    private static Problem wrong(Drawing drawing, Action action, String name) {
        var legal =
                Legal.NAMESPACE.mended(
                        name,
                        action.type().category().word() + "Variables",
                        drawing.namespaces().keySet());
        return INFO.at(
                About.of(action, "namespace"),
                Legal.NAMESPACE.complaint("Namespace", name)
                        + " It is that of "
                        + action.name()
                        + ".",
                new Fix("Rename to " + legal, new RenameNamespace(action.id(), legal)));
    }
}
