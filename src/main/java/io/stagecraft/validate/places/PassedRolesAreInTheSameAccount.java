package io.stagecraft.validate.places;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.validate.About;
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
        return drawing.seats()
                .flatMap(s ->
                        s.spec().stream()
                                .flatMap(x -> x.fields().stream())
                                .filter(f ->
                                        f.companion()
                                                .filter(c -> c.kind() == CompanionKind.STACK_ROLE)
                                                .isPresent())
                                .flatMap(f ->
                                        s
                                                .action()
                                                .setting(f.key())
                                                .flatMap(Arns::account)
                                                .filter(a ->
                                                        !account(drawing, s).isEmpty()
                                                                && !a.equals(account(drawing, s)))
                                                .map(a ->
                                                        INFO.at(
                                                                About.of(s.action(), f.key()),
                                                                f.label()
                                                                        + " of "
                                                                        + s.action().name()
                                                                        + " is in account "
                                                                        + a
                                                                        + "; the action works in "
                                                                        + account(drawing, s)
                                                                        + "."))
                                                .stream()));
    }

    private static String account(Drawing drawing, Drawing.Seat seat) {
        var own = drawing.environment(seat).account();
        return own.isEmpty() ? drawing.design().home().account() : own;
    }
}
