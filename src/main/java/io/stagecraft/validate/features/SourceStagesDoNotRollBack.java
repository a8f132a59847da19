package io.stagecraft.validate.features;

import io.stagecraft.model.Condition;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class SourceStagesDoNotRollBack implements Rule {
    private static final Info INFO =
            new Info(
                    "SC618",
                    Severity.ERROR,
                    "The source stage does not roll back",
                    "There is nothing to go back to before the sources.",
                    Guide.ROLLBACK);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .limit(1)
                .filter(SourceStagesDoNotRollBack::rollsBack)
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "The source stage, " + s.name() + ", rolls back.",
                                Mends.change(
                                        s,
                                        "Do not",
                                        "Remove rollback",
                                        x ->
                                                x.withConditions(
                                                        x.beforeEntry(),
                                                        x.onSuccess()
                                                                .filter(c ->
                                                                        !c.result()
                                                                                .equals(
                                                                                        Optional.of(
                                                                                                Result
                                                                                                        .ROLLBACK))),
                                                        Optional.empty()))));
    }

    private static boolean rollsBack(Stage s) {
        return Stream.of(
                        s.onSuccess().flatMap(Condition::result),
                        s.onFailure().flatMap(OnFailure::result),
                        s.onFailure().flatMap(OnFailure::condition).flatMap(Condition::result))
                .anyMatch(r -> r.equals(Optional.of(Result.ROLLBACK)));
    }
}
