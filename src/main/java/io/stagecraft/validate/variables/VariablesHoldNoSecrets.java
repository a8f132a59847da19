package io.stagecraft.validate.variables;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Secrets;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class VariablesHoldNoSecrets implements Rule {
    private static final Info INFO =
            new Info(
                    "SC512",
                    Severity.WARNING,
                    "Variables of the pipeline hold no secrets",
                    "Defaults stand in the pipeline's definition, and what somebody types at the start stays readable in the history for a year. Keep secrets in Secrets Manager and let the build fetch them.",
                    Guide.VARIABLES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().variables().stream()
                .filter(v ->
                        Secrets.isCalledSo(v.name())
                                || v.defaultValue().flatMap(Secrets::in).isPresent())
                .map(v ->
                        INFO.at(
                                About.of("variables", v.name()),
                                "Variable " + v.name() + " looks like a secret."));
    }
}
