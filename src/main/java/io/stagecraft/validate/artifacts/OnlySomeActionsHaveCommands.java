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
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

final class OnlySomeActionsHaveCommands implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC307",
                    Severity.ERROR,
                    "Commands and files stand only where they can",
                    "Commands, output variables, environment variables and output files belong to a few action types; CodePipeline refuses them elsewhere.",
                    Guide.API_ACTION);

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
                                        Stream.of(ActionSpec.Member.values())
                                                .filter(m ->
                                                        has(s.action(), m)
                                                                && !x.members().contains(m))
                                                .map(m -> wrong(s.action(), x, m))));
    }

    private static boolean has(Action action, ActionSpec.Member member) {
        return switch (member) {
            case COMMANDS -> !action.commands().isEmpty();
            case OUTPUT_VARIABLES -> !action.outputVariables().isEmpty();
            case ENVIRONMENT_VARIABLES -> !action.environmentVariables().isEmpty();
            case OUTPUT_FILES -> action.outputs().stream().anyMatch(o -> !o.files().isEmpty());
        };
    }

    private static Problem wrong(Action action, ActionSpec spec, ActionSpec.Member member) {
        var word = member.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return INFO.at(
                About.of(action, member == ActionSpec.Member.OUTPUT_FILES ? "outputs" : "commands"),
                action.name() + " has " + word + ", which " + spec.title() + " does not take.",
                new Fix(
                        "Remove " + word,
                        new ChangeAction(
                                action.id(),
                                "Remove " + word + " of " + action.name(),
                                a -> without(a, member))));
    }

    private static Action without(Action action, ActionSpec.Member member) {
        return switch (member) {
            case COMMANDS -> action.withCommands(List.of());
            case OUTPUT_VARIABLES -> action.withOutputVariables(List.of());
            case ENVIRONMENT_VARIABLES -> action.withEnvironmentVariables(List.of());
            case OUTPUT_FILES ->
                    action.withOutputs(
                            action.outputs().stream()
                                    .map(o -> new OutputArtifact(o.name()))
                                    .toList());
        };
    }
}
