package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class RuntimesAreCurrent implements Rule {
    private static final Info INFO =
            new Info(
                    "SC921",
                    Severity.WARNING,
                    "Runtimes of builds are current",
                    "The makers of this version mend nothing in it any more, and the current build images no longer hold it.",
                    "https://docs.aws.amazon.com/codebuild/latest/userguide/available-runtimes.html");

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern LINE =
            Pattern.compile(
                    "(?m)^\\s+(nodejs|python|java|ruby|dotnet|golang|php):\\s*[\"']?(?:corretto)?(\\d+(?:\\.\\d+)?)");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Builds.created(drawing)
                .filter(p -> p.buildspec().contains("runtime-versions"))
                .flatMap(p ->
                        LINE.matcher(p.buildspec())
                                .results()
                                .filter(m -> Retired.runtime(m.group(1), m.group(2)))
                                .map(m ->
                                        INFO.at(
                                                About.of("companions", p.name()),
                                                "Build project "
                                                        + p.name()
                                                        + " asks for "
                                                        + m.group(1)
                                                        + " "
                                                        + m.group(2)
                                                        + ", which has come to its end.")));
    }
}
