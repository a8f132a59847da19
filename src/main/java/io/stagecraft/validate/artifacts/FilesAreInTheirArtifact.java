package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class FilesAreInTheirArtifact implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC313",
                    Severity.WARNING,
                    "Artifacts hold the files that are looked for",
                    "The action looks for a file of that name in its first input; what makes this artifact writes other files, so the deployment fails when it starts.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .flatMap(x ->
                                        x.traits().reads().stream()
                                                .flatMap(f -> file(s, x, f).stream()))
                                .flatMap(f ->
                                        s.action().inputs().stream()
                                                .limit(1)
                                                .flatMap(i ->
                                                        drawing.maker(i).stream()
                                                                .filter(m -> lacks(m, f))
                                                                .map(m -> problem(s, m, i, f)))));
    }

    private static Optional<String> file(Drawing.Seat seat, ActionSpec spec, String pattern) {
        var key = pattern.substring(1, pattern.length() - 1);
        return seat.action()
                .setting(key)
                .or(() -> spec.field(key).flatMap(FieldSpec::defaultValue))
                .filter(Literal::is);
    }

    private static boolean lacks(Drawing.Seat maker, String file) {
        var writes = maker.spec().map(x -> x.traits().writes()).orElse(List.of());
        return !writes.isEmpty() && !writes.contains(file);
    }

    private static Problem problem(
            Drawing.Seat reader, Drawing.Seat maker, String input, String file) {
        return INFO.at(
                About.of(reader.action(), "inputs"),
                reader.action().name()
                        + " looks for "
                        + file
                        + " in "
                        + input
                        + ", in which "
                        + maker.action().name()
                        + " writes only "
                        + String.join(
                                ", ", maker.spec().map(x -> x.traits().writes()).orElse(List.of()))
                        + ".");
    }
}
