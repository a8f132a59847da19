package io.stagecraft.validate.names;

import io.stagecraft.edit.SetTransition;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Set;
import java.util.stream.Stream;

final class ReasonsAreLegal implements Rule {
    private static final Info INFO =
            new Info(
                    "SC211",
                    Severity.ERROR,
                    "Reasons of disabled transitions are legal",
                    "A reason has 1 to 300 characters; CodePipeline refuses commas, colons, quotes and slashes in it.",
                    Guide.API_TRANSITION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .skip(1)
                .flatMap(s ->
                        s.inbound() instanceof Transition.Closed(var reason)
                                        && !Legal.REASON.allows(reason)
                                ? Stream.of(wrong(s, reason))
                                : Stream.empty());
    }

    private static Problem wrong(Stage stage, String reason) {
        var legal =
                Legal.REASON.mended(
                        reason.replaceAll("[,;:]+", " -").replaceAll("[\"'/]", ""),
                        "Disabled for now",
                        Set.of());
        var message =
                reason.isEmpty()
                        ? "The transition into " + stage.name() + " is disabled without a reason."
                        : Legal.REASON.complaint("The reason", reason)
                                + " It closes the way into "
                                + stage.name()
                                + ".";
        return INFO.at(
                About.of(stage),
                message,
                new Fix(
                        "Say: " + legal,
                        new SetTransition(stage.id(), new Transition.Closed(legal))));
    }
}
