package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.LocalRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class RolesAreInTheirAccount implements LocalRule {
    private static final Info INFO =
            new Info(
                    "SC816",
                    Severity.WARNING,
                    "Roles of actions are in the account they work in",
                    "An action works in the account of its role, whatever environment its card shows; the permissions and the artifacts go by the environment.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().role().stream()
                                .flatMap(r ->
                                        r instanceof Origin.Existing(var arn)
                                                ? Arns.account(arn).stream()
                                                : Stream.empty())
                                .filter(a ->
                                        !drawing.environment(s).account().isEmpty()
                                                && Literal.is(drawing.environment(s).account())
                                                && !a.equals(drawing.environment(s).account()))
                                .map(a ->
                                        INFO.at(
                                                About.of(s.action(), "role"),
                                                s.action().name()
                                                        + " stands in "
                                                        + drawing.environment(s).name()
                                                        + ", account "
                                                        + drawing.environment(s).account()
                                                        + ", and has a role of account "
                                                        + a
                                                        + ".",
                                                fixes(drawing, s, a))));
    }

    private static List<Fix> fixes(Drawing drawing, Drawing.Seat seat, String account) {
        return drawing.design().environments().stream()
                .filter(e -> e.account().equals(account))
                .limit(1)
                .map(e ->
                        new Fix(
                                "Move to " + e.name(),
                                new ChangeAction(
                                        seat.action().id(),
                                        "Move " + seat.action().name() + " to " + e.name(),
                                        a -> a.withEnvironment(Optional.of(e.id())))))
                .toList();
    }
}
