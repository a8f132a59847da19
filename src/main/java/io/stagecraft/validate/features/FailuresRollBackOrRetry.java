package io.stagecraft.validate.features;

import io.stagecraft.model.Condition;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class FailuresRollBackOrRetry implements Rule {
    private static final Info INFO =
            new Info(
                    "SC615",
                    Severity.ERROR,
                    "A failed stage rolls back or is tried again",
                    "Nothing else can be done automatically after a failure, and a condition there can only roll back.",
                    Guide.CONDITIONS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .filter(s -> s.onFailure().filter(FailuresRollBackOrRetry::isWrong).isPresent())
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "What happens when "
                                        + s.name()
                                        + " fails is neither a rollback nor a retry.",
                                Mends.change(
                                        s,
                                        "Roll back",
                                        "Roll back on failure",
                                        x ->
                                                x.withConditions(
                                                        x.beforeEntry(),
                                                        x.onSuccess(),
                                                        x.onFailure()
                                                                .map(
                                                                        FailuresRollBackOrRetry
                                                                                ::rollingBack)))));
    }

    private static boolean isWrong(OnFailure f) {
        return f.result().filter(r -> r != Result.ROLLBACK && r != Result.RETRY).isPresent()
                || f.condition()
                        .flatMap(Condition::result)
                        .filter(r -> r != Result.ROLLBACK)
                        .isPresent();
    }

    private static OnFailure rollingBack(OnFailure f) {
        return new OnFailure(
                f.result().map(r -> r == Result.RETRY ? r : Result.ROLLBACK),
                f.retryMode(),
                f.condition().map(c -> Mends.with(c, Result.ROLLBACK)),
                f.extras());
    }
}
