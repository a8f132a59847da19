package io.stagecraft.ui.shell;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.List;

/// A small design.
final class Samples {
    private Samples() {}

    static Design design() {
        return Design.empty("orders-release")
                .withStages(
                        List.of(
                                Stage.of(
                                        new StageId("s1"),
                                        "Source",
                                        List.of(action("a1", "GitHub", Category.SOURCE, "S3"))),
                                Stage.of(
                                        new StageId("s2"),
                                        "Build",
                                        List.of(
                                                action(
                                                        "a2",
                                                        "Unit_tests",
                                                        Category.TEST,
                                                        "CodeBuild")))));
    }

    private static Action action(String id, String name, Category category, String provider) {
        return Action.of(new ActionId(id), name, ActionType.aws(category, provider));
    }
}
