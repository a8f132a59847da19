package io.stagecraft.validate.advice;

import io.stagecraft.edit.ChangeStage;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.PipelineType;
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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class ProductionGoesBack implements Rule {
    private static final Info INFO =
            new Info(
                    "SC915",
                    Severity.HINT,
                    "A failed deployment to production goes back",
                    "When the new version fails, the stage stays half deployed until somebody acts. Roll back on failure, or on an alarm after success. CloudFormation takes a failed change of a stack back by itself.",
                    Guide.ROLLBACK);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Production.deployments(drawing)
                .filter(s -> s.spec().filter(x -> x.traits().undoes()).isEmpty())
                .map(Drawing.Seat::stage)
                .distinct()
                .filter(s ->
                        s.onFailure().isEmpty()
                                && s.onSuccess().isEmpty()
                                && s != drawing.design().stages().getFirst())
                .map(s ->
                        INFO.at(
                                About.of(s),
                                "Stage "
                                        + s.name()
                                        + " deploys to production and does nothing when that fails.",
                                fixes(drawing, s)));
    }

    private static List<Fix> fixes(Drawing drawing, Stage stage) {
        var design = drawing.design();
        return design.type() != PipelineType.V2 || design.mode() == ExecutionMode.PARALLEL
                ? List.of()
                : List.of(
                        new Fix(
                                "Roll back on failure",
                                new ChangeStage(
                                        stage.id(),
                                        "Roll back " + stage.name() + " on failure",
                                        s ->
                                                s.withConditions(
                                                        s.beforeEntry(),
                                                        s.onSuccess(),
                                                        Optional.of(
                                                                new OnFailure(
                                                                        Optional.of(
                                                                                Result.ROLLBACK),
                                                                        Optional.empty(),
                                                                        Optional.empty(),
                                                                        Extras.NONE))))));
    }
}
