package io.stagecraft.validate.quotas;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ActionsInAStageAreFew implements Rule {
    private static final Info INFO =
            new Info(
                    "SC702",
                    Severity.ERROR,
                    "A stage has at most 50 actions",
                    "The quota is fixed.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int MOST = 50;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s -> s.actions().size() > MOST)
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "Stage "
                                        + s.name()
                                        + " has "
                                        + s.actions().size()
                                        + " actions; AWS takes "
                                        + MOST
                                        + "."));
    }
}
