package io.stagecraft.validate.features;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.stream.Stream;

final class ParallelRunsDoNotRollBack implements Rule {
    private static final Info INFO =
            new Info(
                    "SC617",
                    Severity.ERROR,
                    "Pipelines in mode PARALLEL do not roll back",
                    "With executions side by side there is no last good one to go back to.",
                    Guide.MODES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().mode() != ExecutionMode.PARALLEL
                ? Stream.empty()
                : drawing.design().stages().stream()
                        .filter(ParallelRunsDoNotRollBack::rollsBack)
                        .map(s ->
                                INFO.at(
                                        About.of(s),
                                        "Stage "
                                                + s.name()
                                                + " rolls back, which mode PARALLEL does not allow.",
                                        new Fix(
                                                "Use mode QUEUED",
                                                new ChangeDesign(
                                                        "Change mode to QUEUED",
                                                        d -> d.withMode(ExecutionMode.QUEUED)))));
    }

    private static boolean rollsBack(Stage s) {
        return Stream.of(
                        s.onSuccess().flatMap(Condition::result),
                        s.onFailure().flatMap(OnFailure::result),
                        s.onFailure().flatMap(OnFailure::condition).flatMap(Condition::result))
                .anyMatch(r -> r.equals(Optional.of(Result.ROLLBACK)));
    }
}
