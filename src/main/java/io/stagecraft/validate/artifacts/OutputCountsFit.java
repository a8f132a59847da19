package io.stagecraft.validate.artifacts;

import io.stagecraft.catalog.ActionSpec;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class OutputCountsFit implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC305",
                    Severity.ERROR,
                    "Actions make as many artifacts as they can",
                    "Every action type makes so many output artifacts; CodePipeline refuses fewer and more.",
                    Guide.STRUCTURE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s
                                .spec()
                                .filter(x -> !x.outputs().allows(s.action().outputs().size()))
                                .map(x -> wrong(drawing, s.action(), x))
                                .stream());
    }

    private static Problem wrong(Drawing drawing, Action action, ActionSpec spec) {
        var bounds = spec.outputs();
        var count = action.outputs().size();
        var message = Counts.said(action, "makes", count, spec, "makes", bounds);
        if (count > bounds.max()) {
            var kept = action.outputs().subList(0, bounds.max());
            return INFO.at(
                    About.of(action, "outputs"),
                    message,
                    new Fix(
                            kept.isEmpty()
                                    ? "Make none"
                                    : "Make only "
                                            + kept.stream()
                                                    .map(OutputArtifact::name)
                                                    .collect(Collectors.joining(", ")),
                            new ChangeAction(
                                    action.id(),
                                    "Remove outputs of " + action.name(),
                                    a -> a.withOutputs(kept))));
        }
        var taken = new HashSet<>(drawing.flow().artifacts());
        taken.addAll(drawing.namespaces().keySet());
        var all = new ArrayList<>(action.outputs());
        while (all.size() < bounds.min()) {
            var wanted =
                    spec.drop().outputs().size() > all.size()
                            ? spec.drop().outputs().get(all.size())
                            : action.type().category().word() + "Output";
            var name = Legal.ARTIFACT.mended(wanted, "Output", taken);
            taken.add(name);
            all.add(new OutputArtifact(name));
        }
        return INFO.at(
                About.of(action, "outputs"),
                message,
                new Fix(
                        "Make " + all.getLast().name(),
                        new ChangeAction(
                                action.id(),
                                "Add output of " + action.name(),
                                a -> a.withOutputs(all))));
    }
}
