package io.stagecraft.validate.variables;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class NamespacesAreNotReserved implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC506",
                    Severity.ERROR,
                    "No namespace is reserved",
                    "codepipeline and variables belong to CodePipeline itself.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a ->
                        a.namespace()
                                .filter(n ->
                                        n.equals(VariableRef.PIPELINE)
                                                || n.equals(VariableRef.BUILT_IN))
                                .isPresent())
                .map(a -> wrong(drawing, a));
    }

    private static Problem wrong(Drawing drawing, Action action) {
        var free =
                Legal.NAMESPACE.mended(
                        action.type().category().word() + "Variables",
                        "Variables",
                        drawing.namespaces().keySet());
        return INFO.at(
                About.of(action, "namespace"),
                "The namespace of "
                        + action.name()
                        + ", "
                        + action.namespace().orElse("")
                        + ", is reserved.",
                new Fix(
                        "Rename to " + free,
                        new ChangeAction(
                                action.id(),
                                "Rename namespace of " + action.name(),
                                a -> a.withNamespace(Optional.of(free)))));
    }
}
