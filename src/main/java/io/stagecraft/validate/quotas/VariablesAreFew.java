package io.stagecraft.validate.quotas;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class VariablesAreFew implements Rule {
    private static final Info INFO =
            new Info(
                    "SC704",
                    Severity.ERROR,
                    "There are at most 50 variables",
                    "The quota is fixed.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int MOST = 50;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var count = drawing.design().variables().size();
        return count <= MOST
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                About.of("variables", ""),
                                "The pipeline declares "
                                        + count
                                        + " variables; AWS takes "
                                        + MOST
                                        + "."));
    }
}
