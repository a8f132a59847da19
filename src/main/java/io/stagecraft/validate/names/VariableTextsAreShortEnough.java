package io.stagecraft.validate.names;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Design;
import io.stagecraft.model.Variable;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class VariableTextsAreShortEnough implements Rule {
    private static final Info INFO =
            new Info(
                    "SC210",
                    Severity.ERROR,
                    "Variable defaults and descriptions have a legal length",
                    "A default has 1 to 1000 characters, a description at most 200.",
                    Guide.API_VARIABLE);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int DEFAULT = 1000;
    private static final int DESCRIPTION = 200;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().variables().stream()
                .flatMap(v ->
                        Stream.concat(
                                v
                                        .defaultValue()
                                        .filter(d -> d.isEmpty() || d.length() > DEFAULT)
                                        .map(d -> value(v, d))
                                        .stream(),
                                Stream.of(v)
                                        .filter(x -> x.description().length() > DESCRIPTION)
                                        .map(VariableTextsAreShortEnough::description)));
    }

    private static Problem value(Variable v, String text) {
        var fix =
                new Fix(
                        "Have no default",
                        new ChangeDesign(
                                "Clear default of " + v.name(),
                                d ->
                                        replaced(
                                                d,
                                                v,
                                                new Variable(
                                                        v.name(),
                                                        Optional.empty(),
                                                        v.description()))));
        var what = "The default of variable " + v.name();
        return INFO.at(
                About.of("variables", v.name()),
                text.isEmpty()
                        ? what + " is empty."
                        : what + " is longer than " + DEFAULT + " characters.",
                fix);
    }

    private static Problem description(Variable v) {
        var cut = v.description().substring(0, DESCRIPTION);
        return INFO.at(
                About.of("variables", v.name()),
                "The description of variable "
                        + v.name()
                        + " is longer than "
                        + DESCRIPTION
                        + " characters.",
                new Fix(
                        "Cut it",
                        new ChangeDesign(
                                "Cut description of " + v.name(),
                                d ->
                                        replaced(
                                                d,
                                                v,
                                                new Variable(v.name(), v.defaultValue(), cut)))));
    }

    private static Design replaced(Design design, Variable old, Variable by) {
        return design.withVariables(
                design.variables().stream().map(v -> v.equals(old) ? by : v).toList());
    }
}
