package io.stagecraft.validate.features;

import io.stagecraft.model.Result;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SuccessConditionsFailOrRollBack implements Rule {
    private static final Info INFO =
            new Info(
                    "SC614",
                    Severity.ERROR,
                    "Success conditions fail or roll back",
                    "After its actions have run, a stage can no longer be skipped.",
                    Guide.CONDITIONS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gates()
                .filter(g ->
                        g.moment() == Drawing.Moment.SUCCESS
                                && g.condition()
                                        .result()
                                        .filter(x -> x != Result.FAIL && x != Result.ROLLBACK)
                                        .isPresent())
                .map(g ->
                        INFO.at(
                                About.of(g),
                                "The success condition of "
                                        + g.stage().name()
                                        + " has the result "
                                        + g.condition().result().orElseThrow()
                                        + ".",
                                Mends.change(
                                        g.stage(),
                                        "Fail",
                                        "Change success condition",
                                        s ->
                                                s.withConditions(
                                                        s.beforeEntry(),
                                                        s.onSuccess()
                                                                .map(c ->
                                                                        Mends.with(c, Result.FAIL)),
                                                        s.onFailure()))));
    }
}
