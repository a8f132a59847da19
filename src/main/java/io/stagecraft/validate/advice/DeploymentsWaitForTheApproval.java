package io.stagecraft.validate.advice;

import io.stagecraft.edit.MoveAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.Category;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class DeploymentsWaitForTheApproval implements Rule {
    private static final Info INFO =
            new Info(
                    "SC923",
                    Severity.WARNING,
                    "Deployments wait for the approval",
                    "Actions of one row start together: what stands beside the approval is deployed before anybody has answered.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream()
                .flatMap(stage ->
                        stage.rows().stream()
                                .filter(row ->
                                        row.stream()
                                                .anyMatch(a ->
                                                        a.type().category() == Category.APPROVAL))
                                .flatMap(row ->
                                        row.stream()
                                                .filter(a -> a.type().category() == Category.DEPLOY)
                                                .map(a -> problem(stage, row, a))));
    }

    private static Problem problem(Stage stage, List<Action> row, Action action) {
        var approval =
                row.stream()
                        .filter(a -> a.type().category() == Category.APPROVAL)
                        .findFirst()
                        .orElseThrow();
        var fixes =
                action.runOrder() < 999
                        ? List.of(
                                new Fix(
                                        "Move below " + approval.name(),
                                        new MoveAction(
                                                action.id(),
                                                stage.id(),
                                                action.runOrder() + 1,
                                                stage.actions().size(),
                                                true)))
                        : List.<Fix>of();
        return INFO.at(
                About.of(action, "runOrder"),
                action.name() + " runs beside " + approval.name() + " and does not wait for it.",
                fixes);
    }
}
