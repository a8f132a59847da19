package io.stagecraft.validate.places;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class PassedRolesAreInTheSameAccount implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC815",
                    Severity.WARNING,
                    "Roles that are passed on are in the account of the action",
                    "A role can be passed to a service only inside its own account; with a role of another account the action fails when it starts.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var elsewhere =
                new Elsewhere(
                        INFO,
                        f ->
                                f.companion()
                                        .filter(c -> c.kind() == CompanionKind.STACK_ROLE)
                                        .isPresent(),
                        Arns::account,
                        s -> account(drawing, s),
                        "in account ");
        return drawing.seats().flatMap(elsewhere::of);
    }

    private static String account(Drawing drawing, Drawing.Seat seat) {
        var own = drawing.environment(seat).account();
        var account = own.isEmpty() ? drawing.design().home().account() : own;
        return Literal.is(account) ? account : "";
    }
}
