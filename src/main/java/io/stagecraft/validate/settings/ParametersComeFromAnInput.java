package io.stagecraft.validate.settings;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ParametersComeFromAnInput implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC413",
                    Severity.ERROR,
                    "Parameters are taken from an input artifact",
                    "Fn::GetArtifactAtt and Fn::GetParam read only input artifacts of the action.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern FUNCTION =
            Pattern.compile("\"Fn::(?:GetArtifactAtt|GetParam)\"\\s*:\\s*\\[\\s*\"([^\"]*)\"");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.all(drawing)
                .filter(s -> s.value().contains("Fn::Get"))
                .flatMap(s ->
                        FUNCTION.matcher(s.value())
                                .results()
                                .map(m -> m.group(1))
                                .distinct()
                                .filter(a -> Literal.is(a) && !s.action().inputs().contains(a))
                                .map(a ->
                                        INFO.at(
                                                s.about(),
                                                s.words()
                                                        + " takes a value from "
                                                        + a
                                                        + ", which "
                                                        + s.action().name()
                                                        + " does not read.",
                                                InputFixes.of(
                                                        drawing,
                                                        s,
                                                        a,
                                                        i ->
                                                                s.value()
                                                                        .replace(
                                                                                "\"" + a + "\"",
                                                                                "\"" + i
                                                                                        + "\"")))));
    }
}
