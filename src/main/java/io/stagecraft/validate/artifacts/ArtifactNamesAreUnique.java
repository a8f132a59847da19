package io.stagecraft.validate.artifacts;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

final class ArtifactNamesAreUnique implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC303",
                    Severity.ERROR,
                    "Every artifact is made once",
                    "Output artifact names are unique in a pipeline; nobody could tell the two apart.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s -> {
                    var own = new HashSet<String>();
                    return s.action().outputNames().stream()
                            .filter(o ->
                                    !own.add(o)
                                            || !drawing.flow()
                                                    .producersOf(o)
                                                    .getFirst()
                                                    .action()
                                                    .id()
                                                    .equals(s.action().id()))
                            .map(o -> again(drawing, s.action(), o));
                });
    }

    private static Problem again(Drawing drawing, Action action, String name) {
        var free = Legal.ARTIFACT.mended(name, "Output", Set.copyOf(drawing.flow().artifacts()));
        var first = drawing.flow().producersOf(name).getFirst().action().name();
        return INFO.at(
                About.of(action, "outputs"),
                action.name() + " makes " + name + ", which " + first + " makes already.",
                new Fix(
                        "Rename to " + free,
                        new ChangeAction(
                                action.id(),
                                "Rename output of " + action.name(),
                                a -> last(a, name, free))));
    }

    private static Action last(Action action, String name, String free) {
        var outputs = new ArrayList<>(action.outputs());
        for (int i = outputs.size() - 1; i >= 0; i--) {
            if (outputs.get(i).name().equals(name)) {
                outputs.set(i, new OutputArtifact(free, outputs.get(i).files()));
                return action.withOutputs(outputs);
            }
        }
        return action;
    }
}
