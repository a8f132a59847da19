package io.stagecraft.validate.variables;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PipelineVariablesAreUsed implements Rule {
    private static final Info INFO =
            new Info(
                    "SC510",
                    Severity.HINT,
                    "Variables of the pipeline are used",
                    "Whoever starts the pipeline is asked for a value that changes nothing.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        if (drawing.design().variables().isEmpty()) {
            return Stream.empty();
        }
        var used =
                Use.all(drawing)
                        .map(Use::ref)
                        .filter(u -> u.namespace().equals(VariableRef.PIPELINE))
                        .map(VariableRef::key)
                        .collect(Collectors.toSet());
        return drawing.design().variables().stream()
                .filter(v -> !used.contains(v.name()))
                .map(v ->
                        INFO.at(
                                About.of("variables", v.name()),
                                "No action uses variable " + v.name() + ".",
                                new Fix(
                                        "Remove it",
                                        new ChangeDesign(
                                                "Remove variable " + v.name(),
                                                d ->
                                                        d.withVariables(
                                                                d.variables().stream()
                                                                        .filter(x ->
                                                                                !x.name()
                                                                                        .equals(
                                                                                                v
                                                                                                        .name()))
                                                                        .toList())))));
    }
}
