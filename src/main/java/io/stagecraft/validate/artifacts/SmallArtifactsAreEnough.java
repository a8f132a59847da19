package io.stagecraft.validate.artifacts;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SmallArtifactsAreEnough implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC314",
                    Severity.HINT,
                    "Artifacts are small enough",
                    "An artifact beyond the limit is refused only when the deployment starts; let a build hand on just the files that are needed.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    /// Limits under this many megabytes are soon passed by a repository with its history of files.
    private static final int TIGHT = 50;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s
                                .spec()
                                .flatMap(x -> x.traits().artifactMegabytes())
                                .filter(m -> m < TIGHT)
                                .stream()
                                .flatMap(m ->
                                        s.action().inputs().stream()
                                                .distinct()
                                                .flatMap(i ->
                                                        drawing
                                                                .maker(i)
                                                                .filter(p ->
                                                                        p.action().type().isSource()
                                                                                && !isKnown(p))
                                                                .map(p ->
                                                                        INFO.at(
                                                                                About.of(
                                                                                        s.action(),
                                                                                        "inputs"),
                                                                                s.action().name()
                                                                                        + " takes artifacts of at most "
                                                                                        + m
                                                                                        + " MB and reads "
                                                                                        + i
                                                                                        + ", all that "
                                                                                        + p.action()
                                                                                                .name()
                                                                                        + " brings."))
                                                                .stream())));
    }

    private static boolean isKnown(Drawing.Seat maker) {
        return maker.spec().filter(x -> !x.traits().writes().isEmpty()).isPresent();
    }
}
