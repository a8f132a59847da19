package io.stagecraft.ui.canvas;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Designs to draw.
final class Drawn {
    private Drawn() {}

    /// GitHub to Build; Unit and Scan below, side by side; Deploy in Staging. Ids are s1… and a1… in that order.
    static Design orders() {
        return Design.empty("orders")
                .withStages(
                        List.of(
                                stage("s1", "Source", source("a1", "GitHub", "Src")),
                                stage(
                                        "s2",
                                        "Build",
                                        build("a2", "Build", 1, List.of("Src"), "Out"),
                                        build("a3", "Unit", 2, List.of("Src")),
                                        build("a4", "Scan", 2, List.of("Src"))),
                                stage(
                                        "s3",
                                        "Staging",
                                        action(
                                                "a5",
                                                "Deploy",
                                                ActionType.aws(Category.DEPLOY, "CloudFormation"),
                                                1,
                                                List.of("Out")))));
    }

    /// A wide one: a source, then `stages` stages of `rows` rows of `columns` builds, each reading from earlier stages.
    static Design large(int stages, int rows, int columns) {
        var all = new ArrayList<Stage>();
        all.add(stage("s1", "Source", source("a1", "GitHub", "Src")));
        int next = 2;
        for (int s = 0; s < stages; s++) {
            var actions = new ArrayList<Action>();
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    String input = s == 0 ? "Src" : "Out" + (next - rows * columns);
                    actions.add(
                            build("a" + next, "Build" + next, r + 1, List.of(input), "Out" + next));
                    next++;
                }
            }
            all.add(stage("s" + (s + 2), "Stage" + s, actions.toArray(Action[]::new)));
        }
        return Design.empty("large").withStages(all);
    }

    static Stage stage(String id, String name, Action... actions) {
        return Stage.of(new StageId(id), name, List.of(actions));
    }

    static Action source(String id, String name, String... outputs) {
        return action(
                id,
                name,
                ActionType.aws(Category.SOURCE, "CodeStarSourceConnection"),
                1,
                List.of(),
                outputs);
    }

    static Action build(String id, String name, int order, List<String> in, String... outputs) {
        return action(id, name, ActionType.aws(Category.BUILD, "CodeBuild"), order, in, outputs);
    }

    static Action action(
            String id,
            String name,
            ActionType type,
            int order,
            List<String> inputs,
            String... outputs) {
        return Action.of(new ActionId(id), name, type)
                .withRunOrder(order)
                .withInputs(inputs)
                .withOutputs(Stream.of(outputs).map(OutputArtifact::new).toList());
    }
}
