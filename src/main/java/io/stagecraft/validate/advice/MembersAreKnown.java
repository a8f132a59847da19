package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Nearest;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Speaks of what the file's reader left in [Extras] under the path it stood at, such as `/pipeline/stages/[s1]/ownr`.
final class MembersAreKnown implements Rule {
    private static final Info INFO =
            new Info(
                    "SC932",
                    Severity.HINT,
                    "The file says what can be understood",
                    "A member that a design does not have is kept in its file and does nothing, so a slip of the pen goes unnoticed. What you note there yourself may begin with _ or x-.",
                    Guide.API_PIPELINE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var unknown =
                drawing.design().extras().members().keySet().stream()
                        .filter(way -> way.startsWith("/") && !way.equals(Extras.BESIDE))
                        .map(way -> List.of(way.substring(1).split("/", -1)))
                        .filter(steps -> !isANote(name(steps.getLast())))
                        .toList();
        if (unknown.isEmpty()) {
            return Stream.empty();
        }
        var format = FileFormat.published();
        return unknown.stream().map(steps -> of(steps, drawing.design(), format));
    }

    /// `$schema` is for editors.
    private static boolean isANote(String name) {
        return name.equals("$schema") || name.startsWith("_") || name.startsWith("x-");
    }

    private static Problem of(List<String> steps, Design design, FileFormat format) {
        var name = name(steps.getLast());
        var known =
                format.members(
                        steps.subList(0, steps.size() - 1).stream()
                                .filter(step -> !step.startsWith("["))
                                .map(MembersAreKnown::name)
                                .toList());
        var meant =
                known.contains(name)
                        ? Optional.<String>empty()
                        : Nearest.same(name, known)
                                .or(() -> OtherWords.of(name, known))
                                .or(() -> Nearest.like(name, known))
                                .map(n -> " It may mean " + n + ".");
        return INFO.at(
                about(steps, design),
                path(steps, design)
                        + (known.contains(name)
                                ? " says nothing here and does nothing."
                                : " is nothing that a design can say and does nothing.")
                        + meant.orElse(""));
    }

    /// The smallest thing that can be shown.
    private static About about(List<String> steps, Design design) {
        var stage = stage(steps, design);
        return stage.flatMap(s -> action(steps, s))
                .map(About::of)
                .or(() -> stage.map(About::of))
                .orElseGet(() -> part(steps));
    }

    private static About part(List<String> steps) {
        var parts = steps.getFirst().equals("pipeline") ? steps.subList(1, steps.size()) : steps;
        return parts.size() > 1 && parts.get(1).startsWith("[")
                ? About.of(name(parts.getFirst()), item(parts.get(1)))
                : About.PIPELINE;
    }

    private static Optional<Stage> stage(List<String> steps, Design design) {
        return steps.size() > 2 && steps.get(1).equals("stages")
                ? design.stages().stream()
                        .filter(s -> isIt(steps.get(2), s.id().value(), s.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Action> action(List<String> steps, Stage stage) {
        return steps.size() > 4 && steps.get(3).equals("actions")
                ? stage.actions().stream()
                        .filter(a -> isIt(steps.get(4), a.id().value(), a.name()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isIt(String step, String id, String name) {
        return item(step).equals(id) || item(step).equals(name);
    }

    /// As messages about the file spell a place: `pipeline.stages[0].actions[1].runOder`.
    private static String path(List<String> steps, Design design) {
        var stage = stage(steps, design);
        var path = new StringBuilder(name(steps.getFirst()));
        for (int i = 1; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!step.startsWith("[")) {
                path.append('.').append(name(step));
                continue;
            }
            int at =
                    switch (i) {
                        case 2 -> stage.map(design.stages()::indexOf).orElse(-1);
                        case 4 ->
                                stage.flatMap(s -> action(steps, s).map(s.actions()::indexOf))
                                        .orElse(-1);
                        default -> -1;
                    };
            path.append('[').append(at < 0 ? item(step).replaceFirst("^#", "") : at).append(']');
        }
        return path.toString();
    }

    private static String item(String step) {
        return name(step.replaceFirst("^\\[(.*)]$", "$1"));
    }

    private static String name(String step) {
        return step.replace("~2", "[").replace("~1", "/").replace("~0", "~");
    }
}
