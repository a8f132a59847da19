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

final class OnlyAwsActionsHaveRoles implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC809",
                    Severity.WARNING,
                    "Only actions of AWS have roles",
                    "A partner or a job worker cannot take a role: it has no effect, and the CDK refuses it.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .map(Drawing.Seat::action)
                .filter(a -> a.type().owner() != Owner.AWS && a.role().isPresent())
                .map(a ->
                        INFO.at(
                                About.of(a, "role"),
                                a.name() + " has a role, but its provider is not AWS.",
                                new Fix(
                                        "Have no role",
                                        new ChangeAction(
                                                a.id(),
                                                "Clear role of " + a.name(),
                                                x -> x.withRole(Optional.empty())))));
    }
}
