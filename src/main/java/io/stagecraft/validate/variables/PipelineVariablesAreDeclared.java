package io.stagecraft.validate.variables;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Design;
import io.stagecraft.model.Variable;
import io.stagecraft.model.VariableRef;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PipelineVariablesAreDeclared implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC507",
                    Severity.ERROR,
                    "Variables of the pipeline are declared",
                    "Only a variable that the pipeline declares can have a value.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var names =
                drawing.design().variables().stream()
                        .map(Variable::name)
                        .collect(Collectors.toSet());
        return Use.all(drawing)
                .filter(u ->
                        u.ref().namespace().equals(VariableRef.PIPELINE)
                                && !names.contains(u.ref().key()))
                .map(u -> unknown(u, names));
    }

    private static Problem unknown(Use use, Set<String> names) {
        var key = use.ref().key();
        var fixes = new ArrayList<Fix>();
        Nearest.to(key, names)
                .flatMap(n -> use.instead(new VariableRef(VariableRef.PIPELINE, n)))
                .ifPresent(fixes::add);
        fixes.add(
                new Fix(
                        "Declare " + key,
                        new ChangeDesign("Declare variable " + key, d -> declared(d, key))));
        return INFO.at(
                use.about(),
                use.where()
                        + " uses "
                        + use.ref().text()
                        + ", which the pipeline does not declare.",
                fixes);
    }

    private static Design declared(Design design, String key) {
        var all = new ArrayList<>(design.variables());
        all.add(new Variable(key, Optional.empty(), ""));
        return design.withVariables(all);
    }
}
