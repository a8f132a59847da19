package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Owner;
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

final class AbroadActionsCanBe implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC808",
                    Severity.ERROR,
                    "Actions in other accounts can be there",
                    "Partner and custom actions work only in the account of their pipeline.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s ->
                        drawing.isAbroad(s)
                                && (s.action().type().owner() != Owner.AWS
                                        || s.spec()
                                                .filter(x -> x.crossAccount().isRefused())
                                                .isPresent()))
                .map(s ->
                        INFO.at(
                                About.of(s.action(), "environment"),
                                s.action().name()
                                        + " is to work in "
                                        + drawing.environment(s).name()
                                        + ", another account, which its type cannot.",
                                new Fix(
                                        "Work where the pipeline is",
                                        new ChangeAction(
                                                s.action().id(),
                                                "Move " + s.action().name() + " home",
                                                a -> a.withEnvironment(Optional.empty())))));
    }
}
