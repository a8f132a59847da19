package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.git;
import static io.stagecraft.drawn.Drawings.simple;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stack;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.drawn.Drawings.test;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Result;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pairs for rules on what can be read where, on rules of conditions, and on what is too long.
final class ReachCases {
    private ReachCases() {}

    static List<Cases.Case> all() {
        return Stream.of(artifacts(), settings(), companions(), rules(), places(), sizes())
                .flatMap(List::stream)
                .toList();
    }

    private static Drawings.Column sources() {
        return stage("Source", source("Source", "Src"));
    }

    private static Design running(Drawings.Box box) {
        return design(sources(), stage("Work", box));
    }

    private static Drawings.Box cloning() {
        return git("Git", "Src").set("OutputArtifactFormat", "CODEBUILD_CLONE_REF");
    }

    private static Drawings.Box ecs(String input) {
        return action("Deploy", Category.DEPLOY, "ECS")
                .set("ClusterName", "c")
                .set("ServiceName", "s")
                .in(input);
    }

    private static Drawings.Box green(String input) {
        return action("Deploy", Category.DEPLOY, "CodeDeployToECS")
                .set("ApplicationName", "orders")
                .set("DeploymentGroupName", "orders")
                .set("TaskDefinitionTemplateArtifact", input)
                .set("AppSpecTemplateArtifact", input)
                .in(input);
    }

    private static List<Cases.Case> artifacts() {
        var image = action("Image", Category.SOURCE, "ECR").set("RepositoryName", "orders");
        return List.of(
                Cases.of(
                        "SC311",
                        abroad(build("Build", "Src", "Bin").at("e2")),
                        abroad(build("Build", "Src", "Bin")),
                        "Build builds in Production and makes Bin."),
                Cases.of(
                        "SC312",
                        design(stage("Source", cloning()), stage("Site", deploy("Deploy", "Src"))),
                        design(
                                stage("Source", cloning()),
                                stage("Build", build("Build", "Src", "Bin"))),
                        "Deploy reads Src, of which Git makes a clone reference."),
                Cases.of(
                        "SC313",
                        design(stage("Source", image.out("Img")), stage("Run", ecs("Img"))),
                        design(
                                stage("Source", image.out("Img")),
                                stage("Build", build("Build", "Img", "Bin")),
                                stage("Run", ecs("Bin"))),
                        "Deploy looks for imagedefinitions.json in Img, in which Image writes only imageDetail.json."),
                Cases.of(
                        "SC314",
                        running(green("Src")),
                        design(
                                sources(),
                                stage("Build", build("Build", "Src", "Bin")),
                                stage("Run", green("Bin"))),
                        "Deploy takes artifacts of at most 3 MB and reads Src, all that Source brings."));
    }

    private static List<Cases.Case> settings() {
        var shell =
                FlowCases.shell("dir")
                        .in("Src")
                        .set("EnvironmentType", "WINDOWS_SERVER_2022_CONTAINER");
        var test = test("Test", "Src").set("CombineArtifacts", "true");
        return List.of(
                Cases.of(
                        "SC424",
                        running(shell),
                        running(shell.set("ComputeType", "BUILD_GENERAL1_MEDIUM")),
                        "Compute size of Shell is SMALL, which Windows does not have."),
                Cases.of(
                        "SC425",
                        running(test),
                        running(test.set("BatchEnabled", "true")),
                        "Combine artifacts of Test needs a batch build; without one it does nothing."),
                Cases.of(
                        "SC434",
                        running(shifting().set("Alarms", "a,b, c,d,e,f,g,h,i,j,k")),
                        running(shifting().set("Alarms", "a,b, c,d,e,f,g,h,i,j")),
                        "Alarms of Shift names 11; AWS takes 10."),
                Cases.of(
                        "SC435",
                        running(starting("{\"name\": \"tag\", \"value\": \"v1\"}")),
                        running(starting("[{\"name\": \"tag\", \"value\": \"v1\"}]")),
                        "Variables of Start is JSON, and no list in brackets."),
                Cases.of(
                        "SC512",
                        simple().withVariables(
                                        List.of(new Variable("dbPassword", Optional.empty(), ""))),
                        simple().withVariables(List.of(new Variable("tag", Optional.empty(), ""))),
                        "Variable dbPassword looks like a secret."));
    }

    private static Drawings.Box shifting() {
        return action("Shift", Category.DEPLOY, "Lambda")
                .in("Src")
                .set("FunctionName", "orders")
                .set("FunctionAlias", "live");
    }

    private static Drawings.Box starting(String variables) {
        return action("Start", Category.INVOKE, "CodePipeline")
                .set("PipelineName", "next")
                .set("Variables", variables);
    }

    private static Design with(Companion companion) {
        return simple().withCompanions(List.of(companion));
    }

    private static Companion topic(String protocol, String endpoint) {
        return new Companion.Topic(
                "asks",
                Origin.CREATE,
                Optional.empty(),
                List.of(new Companion.Subscription(protocol, endpoint)));
    }

    private static Companion project(int days) {
        return project(days, "aws/codebuild/standard:7.0");
    }

    private static Companion project(int days, String image) {
        return new Companion.BuildProject(
                "orders",
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                image,
                "BUILD_GENERAL1_SMALL",
                false,
                60,
                "",
                List.of(),
                false,
                days);
    }

    private static Companion connection(String host) {
        return new Companion.Connection("git", Origin.CREATE, Optional.empty(), host);
    }

    private static Companion role(Companion.Grant... grants) {
        return new Companion.StackRole("stack", Origin.CREATE, Optional.empty(), List.of(grants));
    }

    private static List<Cases.Case> companions() {
        var grant =
                new Companion.Grant(
                        List.of("sqs:CreateQueue"),
                        List.of("arn:{partition}:sqs:{region}:{account}:orders"),
                        "makes the queue");
        return List.of(
                Cases.of(
                        "SC426",
                        with(topic("email", "team")),
                        with(topic("email", "team@example.com")),
                        "Topic asks: \"team\" is no endpoint for email."),
                Cases.of(
                        "SC427",
                        with(project(31)),
                        with(project(30)),
                        "Build project orders keeps its logs for 31 days, which CloudWatch Logs does not know; the next it knows is 60."),
                Cases.of(
                        "SC428",
                        with(connection("Github")),
                        with(connection("GitHub")),
                        "Connection git is to \"Github\", not one of GitHub, GitHubEnterpriseServer, GitLab, GitLabSelfManaged, Bitbucket, AzureDevOps."),
                Cases.of(
                        "SC429",
                        with(role()),
                        with(role(grant)),
                        "Stack role stack has no grants, so its stacks can create nothing."));
    }

    private static Design gated(ConditionRule rule) {
        var condition = new Condition(Optional.of(Result.FAIL), List.of(rule), Extras.NONE);
        return simple().withStages(
                        simple().stages().stream()
                                .map(s ->
                                        s.name().equals("Deploy")
                                                ? s.withConditions(
                                                        Optional.of(condition),
                                                        Optional.empty(),
                                                        Optional.empty())
                                                : s)
                                .toList());
    }

    private static ConditionRule compares(String variable, String operator, String value) {
        return rule(
                "VariableCheck",
                List.of(),
                List.of(),
                Optional.empty(),
                "Variable",
                variable,
                "Operator",
                operator,
                "Value",
                value);
    }

    private static ConditionRule rule(
            String provider,
            List<String> commands,
            List<String> inputs,
            Optional<String> role,
            String... settings) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new ConditionRule(
                "check",
                provider,
                "1",
                map,
                commands,
                inputs,
                Optional.empty(),
                role,
                Optional.empty(),
                Extras.NONE);
    }

    private static ConditionRule spelt(
            String provider, String version, Map<String, String> extras) {
        return new ConditionRule(
                "check",
                provider,
                version,
                Ordered.copy(Map.of("AlarmName", "errors")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Extras(Ordered.copy(extras)));
    }

    private static Cases.Case misspelt(ConditionRule rule, String what) {
        return Cases.of(
                "SC627",
                gated(rule),
                gated(spelt("CloudWatchAlarm", "1", Map.of())),
                "Rule check of stage Deploy " + what);
    }

    private static Design alarm(String... settings) {
        return gated(rule("CloudWatchAlarm", List.of(), List.of(), Optional.empty(), settings));
    }

    private static Design window(String zone) {
        return window("* * 9-17 ? * MON-FRI", zone);
    }

    private static Design window(String cron, String zone) {
        return gated(
                rule(
                        "DeploymentWindow",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "Cron",
                        cron,
                        "TimeZone",
                        zone));
    }

    private static List<Cases.Case> rules() {
        var right = alarm("AlarmName", "errors", "AlarmStates", "ALARM");
        return List.of(
                Cases.of(
                        "SC621",
                        gated(rule("Moon", List.of(), List.of(), Optional.empty())),
                        right,
                        "Nothing is known of Moon/1, the type of rule check."),
                misspelt(
                        spelt("cloudwatchAlarm", "1", Map.of()),
                        "is of the type cloudwatchAlarm/1; AWS has CloudWatchAlarm/1."),
                misspelt(
                        spelt("CloudWatchAlarm", "2", Map.of()),
                        "is of the type CloudWatchAlarm/2; AWS has CloudWatchAlarm/1."),
                misspelt(
                        spelt("CloudWatchAlarm", "1", Map.of("ruleTypeId/category", "\"Action\"")),
                        "has the category \"Action\"; AWS has \"Rule\" only."),
                misspelt(
                        spelt("CloudWatchAlarm", "1", Map.of("ruleTypeId/owner", "\"Custom\"")),
                        "has the owner \"Custom\"; AWS has \"AWS\" only."),
                Cases.of(
                        "SC622",
                        alarm(),
                        right,
                        "Rule check of stage Deploy has no Alarm, which CloudWatch alarm requires."),
                Cases.of(
                        "SC623",
                        alarm("AlarmName", "errors", "AlarmStates", "RED"),
                        right,
                        "Rule check of stage Deploy: States is RED, not one of ALARM, OK, INSUFFICIENT_DATA."),
                Cases.of(
                        "SC623",
                        window("Mars/Base"),
                        window("Europe/Berlin"),
                        "Rule check of stage Deploy: Time zone is Mars/Base, which is no time zone."
                                + " Region/City, UTC±HH:MM or an abbreviation."),
                Cases.of(
                        "SC623",
                        window("UTC+5"),
                        window("UTC+05:30"),
                        "Rule check of stage Deploy: Time zone is UTC+5, which is no time zone."
                                + " It may mean UTC+05:00."),
                Cases.of(
                        "SC623",
                        window(""),
                        window("${Zone}"),
                        "Rule check of stage Deploy: Time zone is empty; AWS takes a setting with a"
                                + " text, or none."),
                Cases.of("SC623", alarm("AlarmName", ""), window("#{variables.zone}")), // SC622
                Cases.of(
                        "SC623",
                        window("* 75 9-25 ? * MON-FRI", "UTC"),
                        window("#{variables.window}", "UTC"),
                        "Rule check of stage Deploy: Window: The cron expression * 75 9-25 ? * MON-FRI"
                                + " cannot be read: 75 is no number from 0 to 59."),
                Cases.of(
                        "SC623",
                        window("* * 9-17 * * MON-FRI", "UTC"),
                        window("* * 9-17 ? 1-DEC MON#1 2026-2199", "UTC"),
                        "Rule check of stage Deploy: Window: The cron expression * * 9-17 * * MON-FRI"
                                + " cannot be read: ? has to stand for the day of the month or the day"
                                + " of the week, and not for both."),
                Cases.of(
                        "SC624",
                        gated(
                                rule(
                                        "CloudWatchAlarm",
                                        List.of("make"),
                                        List.of(),
                                        Optional.empty(),
                                        "AlarmName",
                                        "errors")),
                        gated(rule("Commands", List.of("make"), List.of(), Optional.empty())),
                        "Rule check of stage Deploy has commands, which CloudWatch alarm does not run."),
                Cases.of(
                        "SC625",
                        gated(
                                rule(
                                        "CloudWatchAlarm",
                                        List.of(),
                                        List.of("BuildOutput"),
                                        Optional.empty(),
                                        "AlarmName",
                                        "errors")),
                        right,
                        "Rule check of stage Deploy reads 1 artifacts; CloudWatch alarm takes 0 to 0."),
                Cases.of(
                        "SC626",
                        gated(
                                rule(
                                        "CloudWatchAlarm",
                                        List.of(),
                                        List.of(),
                                        Optional.of("watcher"),
                                        "AlarmName",
                                        "errors")),
                        gated(
                                rule(
                                        "CloudWatchAlarm",
                                        List.of(),
                                        List.of(),
                                        Optional.of("arn:aws:iam::111122223333:role/watcher"),
                                        "AlarmName",
                                        "errors")),
                        "The role of rule check of stage Deploy is not named by its ARN."),
                Cases.of(
                        "SC629",
                        gated(compares("BuildVariables.Tag", "EQ", "v1")),
                        gated(compares("#{BuildVariables.Tag}", "EQ", "v1")),
                        "Rule check of stage Deploy: Variable holds no variable, #{namespace.key}, so"
                                + " the answer is always the same."),
                Cases.of(
                        "SC629",
                        window("* * 9 30 2 ?", "Mars"),
                        window("* * 9 29 2 ?", "CET"),
                        "Rule check of stage Deploy: Window names a day that no year has, so the"
                                + " window never opens.",
                        "Rule check of stage Deploy: Time zone is neither a zone of the IANA list nor"
                                + " a known abbreviation; write Region/City, such as Europe/Berlin."),
                Cases.of(
                        "SC629",
                        gated(compares("#{BuildVariables.Tag}", "MATCHES", "v[0-9")),
                        gated(compares("${Variable}", "MATCHES", "v#{BuildVariables.Tag}[")),
                        "Rule check of stage Deploy: Value is no regular expression that Java reads, so"
                                + " nothing matches it."),
                Cases.of(
                        "SC629",
                        gated(
                                rule(
                                        "CodeBuild",
                                        List.of(),
                                        List.of("BuildOutput"),
                                        Optional.empty(),
                                        "ProjectName",
                                        "orders-checks",
                                        "CombineArtifacts",
                                        "true")),
                        gated(compares("#{BuildVariables.Tag}", "CONTAINS", "v[0-9")),
                        "Rule check of stage Deploy: Combine artifacts needs a batch build; without one"
                                + " it does nothing."));
    }

    private static Environment environment(String id, String name, String account, String region) {
        return new Environment(new EnvironmentId(id), name, account, region, "#8793a6");
    }

    private static Design at(Drawings.Box box, String home, String there) {
        return running(box)
                .withEnvironments(
                        List.of(
                                environment("e1", "Tooling", home, "eu-west-1"),
                                environment("e2", "Production", there, "eu-west-1")));
    }

    private static Design abroad(Drawings.Box box) {
        return at(box.role("arn:aws:iam::444455556666:role/there"), "111122223333", "444455556666");
    }

    private static Design homeIn(String region) {
        return design(
                        stage("Source", git("Git", "Src")),
                        stage("Build", build("Build", "Src", "Bin")))
                .withEnvironments(List.of(Environment.TOOLING.withRegion(region)));
    }

    private static Design kept(String region) {
        var key =
                new EncryptionKey.Existing(
                        "arn:aws:kms:"
                                + region
                                + ":111122223333:key/aaaa1111-bbbb-2222-cccc-333344445555");
        return simple().withStores(
                        List.of(
                                new ArtifactStore(
                                        "eu-west-1",
                                        new Origin.Existing("orders-artifacts"),
                                        key,
                                        Extras.NONE)));
    }

    private static List<Cases.Case> places() {
        var away = "arn:aws:iam::111122223333:role/orders-stack";
        var there = "arn:aws:iam::444455556666:role/orders-stack";
        var ask = approval("Ask");
        return List.of(
                Cases.of(
                        "SC815",
                        abroad(stack("Deploy", "Src").at("e2").set("RoleArn", away)),
                        abroad(stack("Deploy", "Src").at("e2").set("RoleArn", there)),
                        "Stack role of Deploy is in account 111122223333; the action works in 444455556666."),
                Cases.of(
                        "SC816",
                        abroad(deploy("Deploy", "Src")),
                        abroad(deploy("Deploy", "Src").at("e2")),
                        "Deploy stands in Tooling, account 111122223333, and has a role of account 444455556666."),
                Cases.of(
                        "SC817",
                        kept("us-east-1"),
                        kept("eu-west-1"),
                        "The store of eu-west-1 has a key of us-east-1."),
                Cases.of(
                        "SC820",
                        homeIn("ap-east-1"),
                        homeIn("eu-west-1"),
                        "Git works in ap-east-1, where Git connection was not offered on 2026-11-21."),
                Cases.of(
                        "SC818",
                        at(
                                ask.set(
                                        "NotificationArn",
                                        "arn:aws:sns:us-east-1:111122223333:asks"),
                                "111122223333",
                                ""),
                        at(
                                ask.set(
                                        "NotificationArn",
                                        "arn:aws:sns:eu-west-1:111122223333:asks"),
                                "111122223333",
                                ""),
                        "Topic of Ask is in us-east-1; the action works in eu-west-1."),
                Cases.of(
                        "SC821",
                        building("444455556666.dkr.ecr.eu-west-1.amazonaws.com/tools/scan:3"),
                        building("111122223333.dkr.ecr.eu-west-1.amazonaws.com/tools/scan:3"),
                        "Build project scan builds in an image of account 444455556666, where the policy of the repository tools/scan has to let account 111122223333 pull."),
                Cases.of(
                        "SC821",
                        building("@{theirs}:1"),
                        building("@{ours}:1"),
                        "Build project scan builds in an image of account 444455556666, where the policy of the repository tools/web has to let account 111122223333 pull."),
                Cases.of(
                        "SC819",
                        at(deploy("Deploy", "Src").at("e2"), "", "444455556666"),
                        at(deploy("Deploy", "Src").at("e2"), "111122223333", "444455556666"),
                        "Production is account 444455556666, but nothing says which account Tooling is, where the pipeline lives."));
    }

    /// A project beside two repositories of another account: one that is there, one that comes along.
    private static Design building(String image) {
        var there = new Origin.Existing("arn:aws:ecr:eu-west-1:444455556666:repository/tools/web");
        return at(deploy("Deploy", "Src").at("e2"), "111122223333", "444455556666")
                .withCompanions(
                        List.of(
                                project(30, image).withName("scan"),
                                repository("theirs", there),
                                repository("ours", Origin.CREATE)));
    }

    private static Companion repository(String name, Origin origin) {
        return new Companion.Repository(
                name, origin, Optional.of(new EnvironmentId("e2")), List.of(), 0, false);
    }

    private static Design triggered(int length) {
        var patterns = new Patterns(Collections.nCopies(8, "x".repeat(length)), List.of());
        var push = new Trigger.Push(Patterns.NONE, patterns, patterns);
        var trigger = new Trigger("Git", Collections.nCopies(3, push), List.of(), Extras.NONE);
        return simple().withTriggers(Collections.nCopies(50, trigger));
    }

    private static Design many(int count) {
        var boxes = new ArrayList<Drawings.Box>();
        IntStream.range(0, count)
                .forEach(i ->
                        boxes.add(
                                test("Test" + i, "Src")
                                        .set("ProjectName", "orders-test-of-a-long-name-" + i)));
        return design(
                stage("Source", source("Source", "Src")),
                stage("One", boxes.subList(0, count / 2).toArray(Drawings.Box[]::new)),
                stage("Two", boxes.subList(count / 2, count).toArray(Drawings.Box[]::new)));
    }

    private static List<Cases.Case> sizes() {
        return List.of(
                Cases.of(
                        "SC708",
                        triggered(200),
                        triggered(20),
                        "The triggers are about 505 KB long; AWS takes 200."),
                Cases.of(
                        "SC709",
                        many(150),
                        many(20),
                        "The policies of the pipeline's role are longer than 10240 characters."));
    }
}
