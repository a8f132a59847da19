package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class AbroadActionsHaveARole implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC801",
                    Severity.ERROR,
                    "Actions in other accounts have a role there",
                    "CodePipeline works in another account only through a role of that account.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> drawing.isAbroad(s) && s.action().role().isEmpty())
                .map(s ->
                        INFO.at(
                                About.of(s.action(), "role"),
                                s.action().name()
                                        + " works in "
                                        + drawing.environment(s).name()
                                        + ", another account, without a role there.",
                                new Fix(
                                        "Create the role",
                                        new ChangeAction(
                                                s.action().id(),
                                                "Give " + s.action().name() + " a role",
                                                a -> a.withRole(Optional.of(Origin.CREATE))))));
    }
}
