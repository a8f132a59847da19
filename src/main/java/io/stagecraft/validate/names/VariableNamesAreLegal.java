package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameVariable;
import io.stagecraft.model.Design;
import io.stagecraft.model.Variable;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class VariableNamesAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC206",
                    Severity.ERROR,
                    "Variable names are legal",
                    "CodePipeline refuses other names.",
                    Guide.API_VARIABLE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().variables().stream()
                .map(Variable::name)
                .filter(v -> !Legal.VARIABLE.allows(v))
                .map(v -> wrong(drawing.design(), v));
    }

    private static Problem wrong(Design design, String name) {
        var taken = design.variables().stream().map(Variable::name).collect(Collectors.toSet());
        var legal = Legal.VARIABLE.mended(name, "variable", taken);
        return INFO.at(
                About.of("variables", name),
                Legal.VARIABLE.complaint("Variable", name),
                new Fix("Rename to " + legal, new RenameVariable(name, legal)));
    }
}
