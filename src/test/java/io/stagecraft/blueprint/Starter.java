package io.stagecraft.blueprint;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.List;
import java.util.Optional;

/// The shape of the main starter: connection, build, two tests, approval, change set, execute.
public final class Starter {
    private Starter() {}

    public static Design design() {
        return Design.empty("orders-release")
                .withStages(
                        List.of(
                                stage(
                                        "s1",
                                        "Source",
                                        action("a1", "Source", SmallCatalog.CONNECTION)
                                                .withSetting("ConnectionArn", "@{orders-github}")
                                                .withSetting("FullRepositoryId", "acme/orders")
                                                .withOutputs(out("SourceOutput"))),
                                stage(
                                        "s2",
                                        "Build",
                                        action("a2", "Build", SmallCatalog.BUILD)
                                                .withSetting("ProjectName", "@{orders-build}")
                                                .withInputs(List.of("SourceOutput"))
                                                .withOutputs(out("BuildOutput"))),
                                stage(
                                        "s3",
                                        "Test",
                                        action("a3", "UnitTest", SmallCatalog.TEST)
                                                .withSetting("ProjectName", "@{orders-test}")
                                                .withInputs(List.of("SourceOutput")),
                                        action("a4", "Lint", SmallCatalog.TEST)
                                                .withSetting("ProjectName", "@{orders-lint}")
                                                .withInputs(List.of("SourceOutput"))),
                                stage(
                                        "s4",
                                        "Release",
                                        action("a5", "Approve", SmallCatalog.APPROVAL)
                                                .withSetting(
                                                        "NotificationArn", "@{orders-approvals}"),
                                        deploy("a6", "CreateChangeSet", "CHANGE_SET_REPLACE")
                                                .withSetting(
                                                        "TemplatePath", "BuildOutput::template.yml")
                                                .withSetting("RoleArn", "@{orders-deploy}")
                                                .withInputs(List.of("BuildOutput"))
                                                .withRunOrder(2),
                                        deploy("a7", "ExecuteChangeSet", "CHANGE_SET_EXECUTE")
                                                .withRunOrder(3))))
                .withCompanions(
                        List.of(
                                new Companion.Connection(
                                        "orders-github", Origin.CREATE, Optional.empty(), "GitHub"),
                                project("orders-build", false),
                                project("orders-test", true),
                                project("orders-lint", false),
                                new Companion.Topic(
                                        "orders-approvals",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        List.of()),
                                new Companion.StackRole(
                                        "orders-deploy",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        List.of(
                                                new Companion.Grant(
                                                        List.of("sqs:CreateQueue"),
                                                        List.of(
                                                                "arn:{partition}:sqs:{region}:{account}:orders-*"),
                                                        "creates the queue")))));
    }

    static Action deploy(String id, String name, String mode) {
        return action(id, name, SmallCatalog.STACK)
                .withSetting("ActionMode", mode)
                .withSetting("StackName", "orders")
                .withSetting("ChangeSetName", "orders-release");
    }

    static Action action(String id, String name, ActionType type) {
        return Action.of(new ActionId(id), name, type);
    }

    static Stage stage(String id, String name, Action... actions) {
        return Stage.of(new StageId(id), name, List.of(actions));
    }

    static List<OutputArtifact> out(String name) {
        return List.of(new OutputArtifact(name));
    }

    static Companion.BuildProject project(String name, boolean reports) {
        return new Companion.BuildProject(
                name,
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                "BUILD_GENERAL1_SMALL",
                false,
                30,
                "",
                List.<EnvironmentVariable>of(),
                reports,
                365);
    }
}
