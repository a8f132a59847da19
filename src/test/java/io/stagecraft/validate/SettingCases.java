package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.stack;
import static io.stagecraft.drawn.Drawings.test;
import static io.stagecraft.validate.FlowCases.in;
import static io.stagecraft.validate.FlowCases.shell;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.edit.AddWatch;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Owner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Pairs for rules on settings and companions.
final class SettingCases {
    private static final Companion TOPIC =
            new Companion.Topic("asks", Origin.CREATE, Optional.empty(), List.of());
    private static final Companion ROLE =
            new Companion.StackRole("stack", Origin.CREATE, Optional.empty(), List.of());

    private SettingCases() {}

    static List<Cases.Case> all() {
        return Stream.of(forms(), artifacts(), members(), companions())
                .flatMap(List::stream)
                .toList();
    }

    private static Cases.Case pair(
            String rule, Drawings.Box wrong, Drawings.Box right, String... problems) {
        return Cases.of(rule, in(wrong), in(right), problems);
    }

    private static List<Cases.Case> forms() {
        var stack = stack("Deploy", "Src");
        var site = deploy("Deploy", "Src");
        var test = test("Test", "Src");
        var ask = approval("Ask");
        return List.of(
                pair(
                        "SC401",
                        test.unset("ProjectName"),
                        test,
                        "Test has no Project, which CodeBuild requires."),
                pair(
                        "SC402",
                        stack.set("ActionMode", "CREATE_UPDAET"),
                        stack,
                        "Mode of Deploy is CREATE_UPDAET, not one of CREATE_UPDATE, DELETE_ONLY,"
                                + " REPLACE_ON_FAILURE, CHANGE_SET_REPLACE, CHANGE_SET_EXECUTE."),
                pair(
                        "SC403",
                        site.set("Extract", "True"),
                        site,
                        "Unpack of Deploy is \"True\", neither true nor false."),
                pair(
                        "SC404",
                        ecs().set("DeploymentTimeout", "61"),
                        ecs().set("DeploymentTimeout", "60"),
                        "Timeout of Deploy is 61; it has to be at least 1 and at most 60."),
                pair(
                        "SC405",
                        stack.set("StackName", "my stack"),
                        stack,
                        "Stack of Deploy is \"my stack\", which has another shape than AWS wants."
                                + " Up to 128 letters, digits and hyphens, beginning with a"
                                + " letter."),
                pair(
                        "SC405",
                        servers().set("MaxBatch", "101%"),
                        servers().set("MaxBatch", "100%"),
                        "Batch size of Deploy is \"101%\", which has another shape than AWS wants."
                                + " A number from 1, or a percentage from 1% to 100%."),
                pair(
                        "SC405",
                        servers().set("MaxError", "200%"),
                        servers().set("MaxError", "0"),
                        "Errors allowed of Deploy is \"200%\", which has another shape than AWS"
                                + " wants. A number from 0, or a percentage up to 100%."),
                pair("SC405", servers().set("MaxBatch", "#{variables.batch}"), servers()),
                pair(
                        "SC406",
                        ask.set("CustomData", "x".repeat(1001)),
                        ask.set("CustomData", "x"),
                        "Comment of Ask has 1001 characters; AWS takes 1000."),
                pair(
                        "SC406",
                        ask.set("CustomData", ""),
                        ask,
                        "Comment of Ask is empty; AWS takes a setting with a text, or none."),
                pair("SC406", test.set("ProjectName", ""), test), // SC401 says so
                pair(
                        "SC407",
                        test.set("ProjectNames", "x"),
                        test,
                        "Test has a setting ProjectNames, which is not among those of CodeBuild."),
                pair(
                        "SC408",
                        ask.set("NotificationArn", "asks"),
                        ask.set("NotificationArn", "arn:aws:sns:eu-west-1:111122223333:asks"),
                        "Topic of Ask is \"asks\", which is no ARN."),
                pair(
                        "SC436",
                        ask.set("NotificationArn", "arn:aws:sqs:eu-west-1:111122223333:asks"),
                        ask.set("NotificationArn", "arn:aws:sns:eu-west-1:111122223333:asks"),
                        "Topic of Ask is \"arn:aws:sqs:eu-west-1:111122223333:asks\", the ARN of"
                                + " something else; it wants arn:aws:sns:…:…:…."),
                pair(
                        "SC437",
                        ask.set("CustomData", "in ${AWS::Regoin}"),
                        ask.set("CustomData", "in ${AWS::Region}, ${!AWS::Foo} ${Name}"),
                        "CustomData of Ask has ${AWS::Regoin}, which stays as it is written. It may"
                                + " mean ${AWS::Region}."),
                pair(
                        "SC402",
                        action(
                                        "Spread",
                                        new io.stagecraft.model.ActionType(
                                                Category.DEPLOY,
                                                Owner.AWS,
                                                "CloudFormationStackInstances",
                                                "1"))
                                .set("RegionConcurrencyType", "Paralel"),
                        action(
                                        "Spread",
                                        new io.stagecraft.model.ActionType(
                                                Category.DEPLOY,
                                                Owner.AWS,
                                                "CloudFormationStackInstances",
                                                "1"))
                                .set("RegionConcurrencyType", "Parallel"),
                        "Region order of Spread is Paralel, not one of SEQUENTIAL, PARALLEL."),
                pair(
                        "SC409",
                        stack.set("ParameterOverrides", "{\"A\": }"),
                        stack.set("ParameterOverrides", "{\"A\": \"b\"}"),
                        "Parameters of Deploy is not JSON."),
                pair(
                        "SC410",
                        test.set("EnvironmentVariables", "[{\"name\":\"A\"}]"),
                        test.set(
                                "EnvironmentVariables",
                                "[{\"name\":\"A\",\"value\":\"#{Code.VersionId}\",\"type\":\"PLAINTEXT\"}]"),
                        "Environment variables of Test has no value for A."),
                pair(
                        "SC414",
                        github().set("OAuthToken", "gho_1"),
                        github().set("OAuthToken", "{{resolve:secretsmanager:github}}"),
                        "OAuth token of GitHub stands in the design as plain text."));
    }

    private static Drawings.Box ecs() {
        return action("Deploy", Category.DEPLOY, "ECS")
                .set("ClusterName", "c")
                .set("ServiceName", "s")
                .in("Src");
    }

    private static Drawings.Box servers() {
        return action("Deploy", Category.DEPLOY, "EC2")
                .set("InstanceType", "EC2")
                .set("InstanceTagKey", "Role")
                .set("TargetDirectory", "/opt/orders")
                .set("PostScript", "start.sh")
                .in("Src");
    }

    private static Drawings.Box github() {
        return action("GitHub", Category.SOURCE, Owner.THIRD_PARTY, "GitHub")
                .set("Owner", "acme")
                .set("Repo", "orders")
                .set("Branch", "main")
                .set("PollForSourceChanges", "false")
                .out("Git");
    }

    private static List<Cases.Case> artifacts() {
        var stack = stack("Deploy", "Src");
        var test = test("Test", "Src");
        var parameters = "{\"A\":{\"Fn::GetArtifactAtt\":[\"%s\",\"ObjectKey\"]}}";
        return List.of(
                pair(
                        "SC411",
                        stack.set("TemplatePath", "template.yml"),
                        stack,
                        "Template of Deploy is \"template.yml\"; AWS wants Artifact::path."),
                pair(
                        "SC411",
                        stack.set("TemplatePath", "Bin::template.yml"),
                        stack,
                        "Template of Deploy is in Bin, which Deploy does not read."),
                pair(
                        "SC412",
                        test.set("PrimarySource", "Bin"),
                        test.set("PrimarySource", "Src"),
                        "Primary source of Test is Bin, which Test does not read."),
                pair(
                        "SC413",
                        stack.set("ParameterOverrides", parameters.formatted("Bin")),
                        stack.set("ParameterOverrides", parameters.formatted("Src")),
                        "Parameters of Deploy takes a value from Bin, which Deploy does not"
                                + " read."));
    }

    private static List<Cases.Case> members() {
        var ask = approval("Ask");
        return List.of(
                pair(
                        "SC415",
                        test("Test", "Src").with(a -> a.withTimeoutMinutes(Optional.of(60))),
                        ask.with(a -> a.withTimeoutMinutes(Optional.of(60))),
                        "Test has a timeout, which CodeBuild does not take."),
                pair(
                        "SC415",
                        ask.with(a -> a.withTimeoutMinutes(Optional.of(4))),
                        ask,
                        "Ask has a timeout of 4 minutes; 5 to 86400 are possible."),
                pair("SC416", shell(), shell("make"), "Shell has no command."),
                pair(
                        "SC417",
                        shell("make").with(a -> a.withOutputVariables(List.of(""))),
                        shell("make").with(a -> a.withOutputVariables(List.of("TAG"))),
                        "The output variables of Shell are more than 15, or one has no name or one"
                                + " longer than 128 characters."),
                pair(
                        "SC418",
                        shell("make")
                                .with(a -> a.withEnvironmentVariables(List.of(variable("MY-TAG")))),
                        shell("make")
                                .with(a -> a.withEnvironmentVariables(List.of(variable("TAG")))),
                        "Shell hands on a variable \"MY-TAG\" that AWS does not take."));
    }

    static EnvironmentVariable variable(String name) {
        return new EnvironmentVariable(name, "x", EnvironmentVariable.Kind.PLAINTEXT);
    }

    static Design asking(String value, Companion... companions) {
        return in(approval("Ask").set("NotificationArn", value))
                .withCompanions(List.of(companions));
    }

    static Companion.BuildProject project(
            String name, String image, EnvironmentVariable... variables) {
        return new Companion.BuildProject(
                name,
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                image,
                "BUILD_GENERAL1_SMALL",
                false,
                60,
                "",
                List.of(variables),
                false,
                30);
    }

    private static Design pushing(String repository) {
        return in(action("Push", Category.BUILD, "ECRBuildAndPublish")
                        .in("Src")
                        .set("ECRRepositoryName", "@{" + repository + "}"))
                .withCompanions(
                        List.of(
                                new Companion.Repository(
                                        repository,
                                        Origin.CREATE,
                                        Optional.empty(),
                                        List.of("latest"),
                                        0,
                                        false)));
    }

    private static Design deploying(Map<String, String> tags, DeploymentPace pace) {
        return in(action("Deploy", Category.DEPLOY, "CodeDeploy")
                        .in("Src")
                        .set("ApplicationName", "@{orders}")
                        .set("DeploymentGroupName", "@{orders}"))
                .withCompanions(
                        List.of(
                                new Companion.Deployment(
                                        "orders",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        new DeploymentTarget.Instances(
                                                false, Ordered.copy(tags), List.of(), ""),
                                        pace)));
    }

    private static Design blueGreen(String balancer, DeploymentPace pace) {
        return in(action("Deploy", Category.DEPLOY, "CodeDeployToECS")
                        .in("Src")
                        .set("ApplicationName", "@{orders}")
                        .set("DeploymentGroupName", "@{orders}")
                        .set("TaskDefinitionTemplateArtifact", "Src")
                        .set("AppSpecTemplateArtifact", "Src"))
                .withCompanions(
                        List.of(
                                new Companion.Deployment(
                                        "orders",
                                        Origin.CREATE,
                                        Optional.empty(),
                                        new DeploymentTarget.Service(
                                                "shop",
                                                "orders",
                                                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/"
                                                        + balancer
                                                        + "/front/50dc6c495c0c9188/f2f7dc8efc522ab2",
                                                "blue",
                                                "green",
                                                60,
                                                List.of()),
                                        pace)));
    }

    private static Companion inVpc(String vpc, List<String> subnets) {
        return project("orders", "aws/codebuild/standard:7.0")
                .withSurroundings(
                        BuildSurroundings.USUAL.withNetwork(
                                Optional.of(
                                        new BuildSurroundings.Network(
                                                vpc, subnets, List.of("sg-1")))));
    }

    private static Design building(Companion project) {
        return in(build("Build", "Src", "Bin").set("ProjectName", "@{" + project.name() + "}"))
                .withCompanions(List.of(project));
    }

    private static List<Cases.Case> companions() {
        var right = asking("@{asks}", TOPIC);
        return List.of(
                Cases.of(
                        "SC419",
                        asking("@{aks}", TOPIC),
                        right,
                        "Topic of Ask points at aks, which is not there."),
                Cases.of(
                        "SC420",
                        asking("@{stack}", ROLE, TOPIC),
                        right,
                        "Topic of Ask points at stack, a stack role; it takes a topic."),
                Cases.of(
                        "SC421",
                        asking(
                                "@{asks}",
                                TOPIC,
                                ROLE,
                                new Companion.Topic(
                                        "asks",
                                        new Origin.Existing("arn:x"),
                                        Optional.empty(),
                                        List.of())),
                        right,
                        "There are 2 companions called asks."),
                Cases.of(
                        "SC422",
                        asking("@{asks}", TOPIC.withOrigin(new Origin.Existing(""))),
                        right,
                        "asks is to exist already, but nothing says which it is."),
                Cases.of(
                        "SC423",
                        building(project("orders", "")),
                        building(project("orders", "aws/codebuild/standard:7.0")),
                        "Build project orders has no image to build in."),
                Cases.of(
                        "SC423",
                        building(inVpc("vpc-1", List.of())),
                        building(inVpc("${Network}", List.of("subnet-1", "#{subnet}"))),
                        "Build project orders builds in a VPC and does not name 1 to 16 subnets by"
                                + " their ids, subnet-…."),
                Cases.of(
                        "SC423",
                        building(inVpc("main", List.of("subnet-1"))),
                        building(inVpc("vpc-1", List.of("subnet-1"))),
                        "Build project orders builds in a VPC that is not named by its id, vpc-…."),
                Cases.of(
                        "SC423",
                        building(project("orders", "@{tools}:1")),
                        building(
                                project(
                                        "orders",
                                        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/tools:1")),
                        "Build project orders builds in an image of tools, which is no repository of the design."),
                Cases.of(
                        "SC430",
                        pushing("Orders"),
                        pushing("acme/orders-images"),
                        "Repository Orders has a name that ECR does not take."),
                Cases.of(
                        "SC431",
                        deploying(Map.of("Role", "orders"), new DeploymentPace.Canary(10, 5)),
                        deploying(Map.of("Role", "orders"), new DeploymentPace.Healthy(75)),
                        "Deployment orders has a pace that its kind of target does not know."),
                Cases.of(
                        "SC431",
                        deploying(
                                Map.of("Role", "orders"),
                                new DeploymentPace.Named("CodeDeployDefault.LambdaAllAtOnce")),
                        deploying(
                                Map.of("Role", "orders"),
                                new DeploymentPace.Named("CodeDeployDefault.HalfAtATime")),
                        "Deployment orders goes by CodeDeployDefault.LambdaAllAtOnce, which AWS"
                                + " does not have for its kind of target."),
                Cases.of(
                        "SC431",
                        blueGreen("app", new DeploymentPace.Linear(1, 30)),
                        blueGreen("app", new DeploymentPace.Linear(10, 30)),
                        "Deployment orders moves the traffic in 2970 minutes; 1 to 2880 are"
                                + " possible."),
                Cases.of(
                        "SC431",
                        blueGreen("app", new DeploymentPace.Healthy(75)),
                        blueGreen("app", new DeploymentPace.Canary(10, 2880)),
                        "Deployment orders has a pace that its kind of target does not know."),
                Cases.of(
                        "SC433",
                        blueGreen("net", new DeploymentPace.Canary(10, 5)),
                        blueGreen(
                                "net", new DeploymentPace.Named("CodeDeployDefault.ECSAllAtOnce")),
                        "Deployment orders moves traffic in shares, and its listener is that of a"
                                + " network load balancer."),
                Cases.of(
                        "SC432",
                        deploying(Map.of(), new DeploymentPace.Named("Slow")),
                        deploying(Map.of("Role", "orders"), new DeploymentPace.Named("Slow")),
                        "Deployment orders names no tag and no Auto Scaling group to find its"
                                + " servers by."),
                Cases.of(
                        "SC902",
                        asking("arn:aws:sns:eu-west-1:111122223333:others", TOPIC),
                        right,
                        "Nothing points at asks."),
                Cases.of(
                        "SC902",
                        asking("arn:aws:sns:eu-west-1:111122223333:others", TOPIC),
                        new AddWatch().apply(right),
                        "Nothing points at asks."));
    }
}
