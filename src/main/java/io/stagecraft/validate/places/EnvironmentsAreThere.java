package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class EnvironmentsAreThere implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC812",
                    Severity.WARNING,
                    "Environments of actions are there",
                    "An action whose environment is gone works where the pipeline is.",
                    Guide.ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a ->
                        a.environment()
                                .filter(e -> drawing.design().environment(e).isEmpty())
                                .isPresent())
                .map(a ->
                        INFO.at(
                                About.of(a, "environment"),
                                "The environment of " + a.name() + " is gone.",
                                new Fix(
                                        "Work where the pipeline is",
                                        new ChangeAction(
                                                a.id(),
                                                "Move " + a.name() + " home",
                                                x -> x.withEnvironment(Optional.empty())))));
    }
}
