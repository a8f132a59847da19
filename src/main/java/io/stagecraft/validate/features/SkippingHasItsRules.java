package io.stagecraft.validate.features;

import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class SkippingHasItsRules implements Rule {
    private static final Info INFO =
            new Info(
                    "SC613",
                    Severity.ERROR,
                    "Skipping goes by a function or a variable",
                    "A condition may skip its stage only by rules of type LambdaInvoke and VariableCheck.",
                    Guide.CONDITIONS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .filter(r ->
                        r.gate().moment() == Moment.ENTRY
                                && r.gate()
                                        .condition()
                                        .result()
                                        .filter(x -> x == Result.SKIP)
                                        .isPresent()
                                && drawing.ruleType(r.rule()).filter(t -> !t.canSkip()).isPresent())
                .map(r ->
                        INFO.at(
                                About.of(r, "provider"),
                                "Rule "
                                        + r.rule().name()
                                        + ", a "
                                        + r.rule().provider()
                                        + ", cannot make stage "
                                        + r.gate().stage().name()
                                        + " be skipped.",
                                Mends.change(
                                        r.gate().stage(),
                                        "Fail instead",
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
