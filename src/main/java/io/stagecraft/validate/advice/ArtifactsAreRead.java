package io.stagecraft.validate.advice;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

final class ArtifactsAreRead implements Rule {
    private static final Info INFO =
            new Info(
                    "SC901",
                    Severity.HINT,
                    "Artifacts are read",
                    "An artifact that nobody reads costs time and storage.",
                    Guide.ARTIFACTS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var read = new HashSet<String>();
        drawing.seats().forEach(s -> s.action().inputs().forEach(read::add));
        drawing.gateRules().forEach(x -> read.addAll(x.rule().inputs()));
        return drawing.seats()
                .filter(s -> !s.action().outputs().isEmpty())
                .flatMap(s ->
                        s.action().outputNames().stream()
                                .filter(o -> !read.contains(o))
                                .map(o -> unread(s, o)));
    }

    private static Problem unread(Drawing.Seat seat, String output) {
        var action = seat.action();
        var free = seat.spec().filter(x -> x.outputs().min() < action.outputs().size()).isPresent();
        return INFO.at(
                About.of(action, "outputs"),
                "No action reads " + output + ", which " + action.name() + " makes.",
                free
                        ? List.of(
                                new Fix(
                                        "Do not make it",
                                        new ChangeAction(
                                                action.id(),
                                                "Remove output " + output,
                                                a ->
                                                        a.withOutputs(
                                                                a.outputs().stream()
                                                                        .filter(o ->
                                                                                !o.name()
                                                                                        .equals(
                                                                                                output))
                                                                        .toList()))))
                        : List.of());
    }
}
