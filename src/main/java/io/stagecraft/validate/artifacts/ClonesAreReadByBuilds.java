package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.When;
import io.stagecraft.edit.ClearSetting;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ClonesAreReadByBuilds implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC312",
                    Severity.WARNING,
                    "Clone references are read by builds",
                    "A clone reference is no archive: it tells CodeBuild what to clone. Any other action finds no files in it and fails.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().inputs().stream()
                                .distinct()
                                .filter(_ -> !isBuild(s))
                                .flatMap(i ->
                                        drawing
                                                .maker(i)
                                                .filter(m -> makesReference(drawing, m))
                                                .map(m -> problem(s, m, i))
                                                .stream()));
    }

    private static boolean isBuild(Drawing.Seat reader) {
        return reader.spec()
                .map(x -> x.moves() == ActionSpec.Mover.BUILD_PROJECT_ROLE)
                .orElse(true);
    }

    private static boolean makesReference(Drawing drawing, Drawing.Seat maker) {
        return maker.spec()
                .filter(x ->
                        x.traits()
                                .reference()
                                .filter(Circumstance.of(drawing.design(), maker.action(), x)::holds)
                                .isPresent())
                .isPresent();
    }

    private static Problem problem(Drawing.Seat reader, Drawing.Seat maker, String input) {
        var fixes =
                maker.spec().flatMap(x -> x.traits().reference()).stream()
                        .flatMap(w ->
                                w instanceof When.SettingIs(var key, _)
                                        ? Stream.of(
                                                new Fix(
                                                        "Hand on an archive",
                                                        new ClearSetting(maker.action().id(), key)))
                                        : Stream.empty())
                        .toList();
        return INFO.at(
                About.of(reader.action(), "inputs"),
                reader.action().name()
                        + " reads "
                        + input
                        + ", of which "
                        + maker.action().name()
                        + " makes a clone reference.",
                fixes);
    }
}
