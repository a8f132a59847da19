package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ProductionIsNotTheFirst implements Rule {
    private static final Info INFO =
            new Info(
                    "SC911",
                    Severity.HINT,
                    "Something is deployed before production",
                    "With production as the only environment, the first time the change runs anywhere is in front of customers. Deploy to a staging environment first.",
                    Guide.BEST_PRACTICES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.first(
                        drawing,
                        d -> Production.deployments(drawing, false).noneMatch(s -> s.isBefore(d)))
                .map(s ->
                        INFO.at(
                                About.of(s.stage()),
                                "Production is the first place that anything is deployed to."));
    }
}
