package io.stagecraft.validate.quotas;

import io.stagecraft.model.ExecutionMode;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ParallelRunsAreNarrow implements Rule {
    private static final Info INFO =
            new Info(
                    "SC707",
                    Severity.HINT,
                    "Rows are at most 5 wide in mode PARALLEL",
                    "Each execution runs at most five actions at once in mode PARALLEL; more have to wait.",
                    Guide.QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    private static final int MOST = 5;

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().mode() != ExecutionMode.PARALLEL
                ? Stream.empty()
                : drawing.design().stages().stream()
                        .flatMap(s ->
                                s.rows().stream()
                                        .filter(row -> row.size() > MOST)
                                        .limit(1)
                                        .map(row ->
                                                INFO.at(
                                                        About.of(s),
                                                        "Stage "
                                                                + s.name()
                                                                + " runs "
                                                                + row.size()
                                                                + " actions side by side; in mode PARALLEL AWS runs "
                                                                + MOST
                                                                + " at once.")));
    }
}
