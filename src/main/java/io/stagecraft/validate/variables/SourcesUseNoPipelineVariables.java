package io.stagecraft.validate.variables;

import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SourcesUseNoPipelineVariables implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC508",
                    Severity.ERROR,
                    "Sources use no variables of the pipeline",
                    "Variables of the pipeline get their values only after the sources.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Use.all(drawing)
                .filter(u ->
                        u.ref().namespace().equals(VariableRef.PIPELINE)
                                && u.seat().filter(s -> s.action().type().isSource()).isPresent())
                .map(u ->
                        INFO.at(
                                u.about(),
                                "Source action " + u.where() + " uses " + u.ref().text() + "."));
    }
}
