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

final class EntryConditionsFailOrSkip implements Rule {
    private static final Info INFO =
            new Info(
                    "SC612",
                    Severity.ERROR,
                    "Entry conditions fail or skip",
                    "Before a stage has run there is nothing to roll back or to try again.",
                    Guide.CONDITIONS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gates()
                .filter(g ->
                        g.moment() == Drawing.Moment.ENTRY
                                && g.condition()
                                        .result()
                                        .filter(x -> x != Result.FAIL && x != Result.SKIP)
                                        .isPresent())
                .map(g ->
                        INFO.at(
                                About.of(g),
                                "The entry condition of "
                                        + g.stage().name()
                                        + " has the result "
                                        + g.condition().result().orElseThrow()
                                        + ".",
                                Mends.change(
                                        g.stage(),
                                        "Fail",
                                        "Change entry condition",
                                        s ->
                                                s.withConditions(
                                                        s.beforeEntry()
                                                                .map(c ->
                                                                        Mends.with(c, Result.FAIL)),
                                                        s.onSuccess(),
                                                        s.onFailure()))));
    }
}
