package io.stagecraft.validate.names;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Design;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Stream;

final class VariableNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC209",
                    Severity.ERROR,
                    "Variable names are unique",
                    "Two variables of one name cannot be told apart, and CodePipeline refuses them.",
                    Guide.API_VARIABLE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.design().variables().stream()
                .filter(v -> !seen.add(v.name()))
                .map(v ->
                        INFO.at(
                                About.of("variables", v.name()),
                                "There is another variable called " + v.name() + ".",
                                new Fix(
                                        "Keep the first",
                                        new ChangeDesign(
                                                "Remove second variable " + v.name(),
                                                VariableNamesAreUnique::firsts))));
    }

    private static Design firsts(Design design) {
        var seen = new HashSet<String>();
        return design.withVariables(
                design.variables().stream().filter(v -> seen.add(v.name())).toList());
    }
}
