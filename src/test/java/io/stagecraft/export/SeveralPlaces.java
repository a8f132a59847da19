package io.stagecraft.export;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Trigger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Designs over several accounts and regions, with conditions, pull requests and closed transitions.
final class SeveralPlaces {
    private static final Optional<EnvironmentId> THERE = Optional.of(new EnvironmentId("e2"));
    private static final Optional<EnvironmentId> FAR = Optional.of(new EnvironmentId("e3"));
    private static final Optional<EnvironmentId> OVERSEAS = Optional.of(new EnvironmentId("e4"));

    private static final List<Environment> PLACES =
            List.of(
                    place("e1", "Tooling", "111111111111", "eu-west-1"),
                    place("e2", "Production", "222222222222", "eu-west-1"),
                    place("e3", "Production US", "222222222222", "us-east-1"),
                    place("e4", "Overseas", "111111111111", "us-west-2"));

    private SeveralPlaces() {}

    static Map<String, Design> all() {
        var designs = new LinkedHashMap<String, Design>();
        designs.put("places-accounts", accounts());
        designs.put("places-foreign-source", foreignSource());
        designs.put("places-foreign-build", foreignBuild());
        designs.put("places-gates", gates());
        return designs;
    }

    /// The pipeline in one account, deployments to two regions of another, one of them with macros.
    private static Design accounts() {
        return drawn(
                "places-accounts",
                stage("Source", connection()),
                stage("Build", build("a2", "places-build")),
                stage(
                        "Deploy",
                        stack("a3").withEnvironment(THERE),
                        stack("a4")
                                .withEnvironment(FAR)
                                .withSetting(
                                        "Capabilities",
                                        "CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND"),
                        stack("a5")
                                .withEnvironment(OVERSEAS)
                                .withRole(Optional.empty())
                                .withSetting("RoleArn", CompanionRef.to("places-home-stacks"))));
    }

    /// The repository belongs to another account: its events have to come over.
    private static Design foreignSource() {
        var repository =
                action("a1", "Repository", Category.SOURCE, "CodeCommit")
                        .withEnvironment(THERE)
                        .withRole(Optional.of(Origin.CREATE))
                        .withSetting("RepositoryName", "places")
                        .withSetting("BranchName", "main")
                        .withSetting("PollForSourceChanges", "false")
                        .withOutputs(List.of(new OutputArtifact("SourceOutput")));
        return drawn(
                "places-foreign-source",
                stage("Source", repository),
                stage("Build", build("a2", "places-build")));
    }

    /// The build runs in another account.
    private static Design foreignBuild() {
        return drawn(
                "places-foreign-build",
                stage("Source", connection()),
                stage(
                        "Build",
                        build("a2", "places-guest-build")
                                .withEnvironment(THERE)
                                .withRole(Optional.of(Origin.CREATE))));
    }

    /// All that can stand at the edges of a stage.
    private static Design gates() {
        var inputs = List.of("SourceOutput");
        var entry =
                new Condition(
                        Optional.of(Result.FAIL),
                        List.of(
                                rule("Alarm", "CloudWatchAlarm", List.of(), "AlarmName", "errors"),
                                rule("Far", "LambdaInvoke", List.of(), "FunctionName", "check"),
                                rule(
                                        "Check",
                                        "VariableCheck",
                                        List.of(),
                                        "Variable",
                                        "#{Git.BranchName}",
                                        "Operator",
                                        "EQ",
                                        "Value",
                                        "main")),
                        Extras.NONE);
        var after =
                new Condition(
                        Optional.of(Result.ROLLBACK),
                        List.of(
                                rule(
                                        "Builds",
                                        "CodeBuild",
                                        inputs,
                                        "ProjectName",
                                        CompanionRef.to("places-build"))),
                        Extras.NONE);
        var build =
                stage("Build", build("a2", "places-build"))
                        .withConditions(
                                Optional.of(entry),
                                Optional.of(after),
                                Optional.of(
                                        new OnFailure(
                                                Optional.of(Result.ROLLBACK),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Extras.NONE)))
                        .withInbound(new Transition.Closed("Wait for the go (ahead)"));
        var requests =
                new Trigger.PullRequest(
                        List.of(Trigger.Event.OPEN, Trigger.Event.UPDATED),
                        new Patterns(List.of("main"), List.of("wip/**")),
                        new Patterns(List.of("src/**"), List.of()));
        var trigger = new Trigger("GitHub", List.of(), List.of(requests), Extras.NONE);
        return drawn(
                        "places-gates",
                        stage("Source", connection().withNamespace(Optional.of("Git"))),
                        build)
                .withTriggers(List.of(trigger));
    }

    private static ConditionRule rule(
            String name, String provider, List<String> inputs, String... settings) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        var region = name.equals("Far") ? Optional.of("us-east-1") : Optional.<String>empty();
        return new ConditionRule(
                name,
                provider,
                "1",
                all,
                List.of(),
                inputs,
                region,
                Optional.empty(),
                Optional.empty(),
                Extras.NONE);
    }

    private static Action connection() {
        return action("a1", "GitHub", Category.SOURCE, "CodeStarSourceConnection")
                .withSetting("ConnectionArn", CompanionRef.to("places-github"))
                .withSetting("FullRepositoryId", "example/places")
                .withSetting("BranchName", "main")
                .withOutputs(List.of(new OutputArtifact("SourceOutput")));
    }

    private static Action build(String id, String project) {
        return action(id, "Build", Category.BUILD, "CodeBuild")
                .withSetting("ProjectName", CompanionRef.to(project))
                .withInputs(List.of("SourceOutput"))
                .withOutputs(List.of(new OutputArtifact("BuildOutput")));
    }

    private static Action stack(String id) {
        return action(id, "Stack-" + id, Category.DEPLOY, "CloudFormation")
                .withRole(Optional.of(Origin.CREATE))
                .withSetting("ActionMode", "CREATE_UPDATE")
                .withSetting("StackName", "places")
                .withSetting("TemplatePath", "BuildOutput::template.yaml")
                .withSetting("RoleArn", CompanionRef.to("places-stacks"))
                .withInputs(List.of("BuildOutput"));
    }

    private static Action action(String id, String name, Category category, String provider) {
        return Action.of(new ActionId(id), name, ActionType.aws(category, provider));
    }

    private static Stage stage(String name, Action... actions) {
        return Stage.of(new StageId("s-" + name), name, List.of(actions));
    }

    private static Design drawn(String name, Stage... stages) {
        var used = new java.util.TreeSet<String>();
        var design = Design.empty(name).withEnvironments(PLACES).withStages(List.of(stages));
        design.actions()
                .flatMap(a -> a.settings().values().stream())
                .flatMap(v -> CompanionRef.in(v).stream())
                .forEach(used::add);
        return design.withCompanions(
                companions().stream().filter(c -> used.contains(c.name())).toList());
    }

    private static List<Companion> companions() {
        var here = Optional.<EnvironmentId>empty();
        return List.of(
                new Companion.Connection("places-github", Origin.CREATE, here, "GitHub"),
                project("places-build", here),
                project("places-guest-build", THERE),
                role("places-stacks", THERE),
                role("places-home-stacks", here));
    }

    private static Companion role(String name, Optional<EnvironmentId> where) {
        var queues = List.of("arn:{partition}:sqs:{region}:{account}:places-*");
        var grant =
                new Companion.Grant(
                        List.of("sqs:CreateQueue", "sqs:DeleteQueue", "sqs:GetQueueAttributes"),
                        queues,
                        "the template holds queues");
        return new Companion.StackRole(name, Origin.CREATE, where, List.of(grant));
    }

    private static Companion project(String name, Optional<EnvironmentId> where) {
        return new Companion.BuildProject(
                name,
                Origin.CREATE,
                where,
                "LINUX_CONTAINER",
                "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                "BUILD_GENERAL1_SMALL",
                false,
                20,
                "",
                List.of(),
                false,
                30);
    }

    private static Environment place(String id, String name, String account, String region) {
        return new Environment(new EnvironmentId(id), name, account, region, "#000000");
    }
}
