package io.stagecraft.validate.advice;

import io.stagecraft.model.Category;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ProductionIsTested implements Rule {
    private static final Info INFO =
            new Info(
                    "SC910",
                    Severity.HINT,
                    "What goes to production is tested",
                    "Nothing on the way looks whether the change works, so the customers do. Let a test stand before the deployment and fail the pipeline.",
                    Guide.BEST_PRACTICES);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern NAME =
            Pattern.compile("(?i).*(test|e2e|smoke|integration|verif|lint|check).*");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.first(
                        drawing,
                        d -> drawing.seats().noneMatch(s -> s.isBefore(d) && isTest(drawing, s)))
                .map(s ->
                        INFO.at(
                                About.of(s.stage()),
                                s.action().name()
                                        + " deploys to production, and nothing has been tested by then."));
    }

    private static boolean isTest(Drawing drawing, Drawing.Seat seat) {
        var action = seat.action();
        var category = action.type().category();
        return category == Category.TEST
                || category != Category.SOURCE
                        && category != Category.APPROVAL
                        && NAME.matcher(action.name()).matches()
                || action.commands().stream().anyMatch(c -> NAME.matcher(c).matches())
                || Builds.of(drawing, action)
                        .anyMatch(p ->
                                p.reports()
                                        || NAME.matcher(p.buildspec().replace('\n', ' '))
                                                .matches());
    }
}
