package io.stagecraft.validate.artifacts;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class OutputFilesAreFew implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC308",
                    Severity.ERROR,
                    "Output files are 1 to 10 patterns",
                    "An output artifact names at most 10 files, each of 1 to 128 characters.",
                    Guide.API_OUTPUT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .flatMap(a ->
                        a.outputs().stream()
                                .filter(o ->
                                        o.files().size() > 10
                                                || o.files().stream()
                                                        .anyMatch(f ->
                                                                f.isEmpty() || f.length() > 128))
                                .map(o ->
                                        INFO.at(
                                                About.of(a, "outputs"),
                                                "The files of "
                                                        + o.name()
                                                        + " are more than 10, or one of them is empty or longer than 128 characters.")));
    }
}
