package io.stagecraft.validate.advice;

import io.stagecraft.edit.Expert;
import io.stagecraft.model.Category;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class ProductionIsApproved implements Rule {
    private static final Info INFO =
            new Info(
                    "SC909",
                    Severity.HINT,
                    "Somebody approves what goes to production",
                    "Without an approval every push that builds is live minutes later. A manual approval, or a condition on the stage, gives somebody the last word.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.first(drawing, s -> !isGuarded(drawing, s))
                .map(s ->
                        INFO.at(
                                About.of(s.stage()),
                                s.action().name()
                                        + " deploys to production, and nobody has approved it by then.",
                                fixes(drawing, s)));
    }

    private static boolean isGuarded(Drawing drawing, Drawing.Seat deployment) {
        return deployment.stage().beforeEntry().isPresent()
                || drawing.seats()
                        .anyMatch(a ->
                                a.action().type().category() == Category.APPROVAL
                                        && a.isBefore(deployment));
    }

    private static List<Fix> fixes(Drawing drawing, Drawing.Seat s) {
        return s.index() == 0
                ? List.of()
                : List.of(
                        new Fix(
                                "Ask before " + s.stage().name(),
                                new Expert(drawing.catalog())
                                        .approvalBefore(drawing.design(), s.stage().id())));
    }
}
