package io.stagecraft.validate.variables;

import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class BuiltInVariablesAreKnown implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC509",
                    Severity.WARNING,
                    "Variables of CodePipeline itself are ones there are",
                    "CodePipeline publishes PipelineExecutionId and nothing else under its own namespace.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final String ONLY = "PipelineExecutionId";

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Use.all(drawing)
                .filter(u ->
                        u.ref().namespace().equals(VariableRef.BUILT_IN)
                                && !u.ref().key().equals(ONLY))
                .map(u ->
                        INFO.at(
                                u.about(),
                                u.where() + " uses " + u.ref().text() + ", which there is not.",
                                u.instead(new VariableRef(VariableRef.BUILT_IN, ONLY))
                                        .map(List::of)
                                        .orElse(List.of())));
    }
}
