package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.git;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stack;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.drawn.Drawings.test;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.edit.AddWatch;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.BuildSurroundings.Cache;
import io.stagecraft.model.BuildSurroundings.Mode;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Pairs for advice: what a senior engineer would say of a pipeline that AWS takes.
final class AdviceCases {
    private static final String IMAGE = "aws/codebuild/amazonlinux-x86_64-standard:5.0";

    private AdviceCases() {}

    static List<Cases.Case> all() {
        return Stream.of(production(), secrets(), builds(), together(), companions())
                .flatMap(List::stream)
                .toList();
    }

    private static Drawings.Column sources() {
        return stage("Source", source("Source", "Src"));
    }

    private static Design live(Drawings.Column... before) {
        var columns =
                Stream.of(
                                Stream.of(sources()),
                                Stream.of(before),
                                Stream.of(stage("Production", deploy("Deploy", "Src"))))
                        .flatMap(s -> s)
                        .toArray(Drawings.Column[]::new);
        return design(columns);
    }

    /// As a file reads that holds more than a design can say.
    private static Design noted(String... ways) {
        var members = new LinkedHashMap<String, String>();
        Stream.of(ways).forEach(way -> members.put(way, "2"));
        return Drawings.simple().withExtras(new Extras(members));
    }

    private static Design goingBack(Design design) {
        var failure =
                new OnFailure(
                        Optional.of(Result.ROLLBACK),
                        Optional.empty(),
                        Optional.empty(),
                        Extras.NONE);
        return design.withStages(
                design.stages().stream()
                        .map(s ->
                                s.name().equals("Production")
                                        ? s.withConditions(
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(failure))
                                        : s)
                        .toList());
    }

    private static List<Cases.Case> production() {
        return List.of(
                Cases.of(
                        "SC909",
                        live(),
                        live(stage("Ask", approval("Approve"))),
                        "Deploy deploys to production, and nobody has approved it by then."),
                Cases.of(
                        "SC909",
                        design(
                                sources(),
                                stage(
                                        "Production",
                                        deploy("Deploy", "Src"),
                                        approval("Ask").row(2)),
                                stage("After", approval("Approve"))),
                        design(sources(), checked(stage("Production", deploy("Deploy", "Src")))),
                        "Deploy deploys to production, and nobody has approved it by then."),
                Cases.of(
                        "SC910",
                        live(),
                        live(stage("Test", test("Unit", "Src"))),
                        "Deploy deploys to production, and nothing has been tested by then."),
                Cases.of(
                        "SC911",
                        live(),
                        live(stage("Staging", deploy("Try", "Src").set("BucketName", "try-out"))),
                        "Production is the first place that anything is deployed to."),
                Cases.of(
                        "SC912",
                        live(),
                        live(
                                stage(
                                        "Scan",
                                        action("Inspect", Category.INVOKE, "InspectorScan")
                                                .set("InspectorRunMode", "SourceCodeScan")
                                                .in("Src")
                                                .out("Bill"))),
                        "No action before production looks for known weaknesses."),
                Cases.of(
                        "SC913",
                        live(),
                        live(stage("Test", FlowCases.shell("gitleaks detect").in("Src"))),
                        "No action before production looks for secrets in the source."),
                Cases.of(
                        "SC914",
                        live(),
                        new AddWatch().apply(live()),
                        "Nothing in the design tells anybody when the way to production fails."),
                Cases.of(
                        "SC915",
                        live(),
                        goingBack(live()),
                        "Stage Production deploys to production and does nothing when that fails."),
                Cases.of(
                        "SC915",
                        live(),
                        design(sources(), stage("Production", stack("Deploy", "Src"))),
                        "Stage Production deploys to production and does nothing when that fails."));
    }

    /// Entered only when a rule holds.
    private static Drawings.Column checked(Drawings.Column stage) {
        var condition =
                new Condition(
                        Optional.of(Result.FAIL),
                        List.of(StructureCases.rule("check", "CloudWatchAlarm")),
                        Extras.NONE);
        return stage.with(
                s -> s.withConditions(Optional.of(condition), Optional.empty(), Optional.empty()));
    }

    private static Design running(Drawings.Box box) {
        return design(sources(), stage("Work", box));
    }

    private static Drawings.Box handing(String name, String value) {
        var variable = new EnvironmentVariable(name, value, EnvironmentVariable.Kind.PLAINTEXT);
        return FlowCases.shell("make")
                .in("Src")
                .with(a -> a.withEnvironmentVariables(List.of(variable)));
    }

    private static List<Cases.Case> secrets() {
        var key = "AKIA" + "IOSFODNN7EXAMPLE"; // in two parts: scanners of this repository
        var site = deploy("Deploy", "Src");
        return List.of(
                Cases.of(
                        "SC916",
                        running(handing("ID", key)),
                        running(handing("ID", "orders")),
                        "Shell holds an AWS access key."),
                Cases.of(
                        "SC917",
                        running(handing("AWS_ACCESS_KEY_ID", "{{resolve:secretsmanager:key}}")),
                        running(handing("AWS_REGION", "eu-west-1")),
                        "Shell hands on AWS_ACCESS_KEY_ID."),
                Cases.of(
                        "SC918",
                        running(again("orders")),
                        running(again("orders-live")),
                        "Pipeline of Again is orders, which starts the same pipeline again from within itself, run after run without end."),
                Cases.of(
                        "SC918",
                        there(again("orders"), "", "eu-west-1"),
                        there(again("orders"), "", "us-east-1"),
                        "Pipeline of Again is orders, which starts the same pipeline again from within itself, run after run without end."),
                Cases.of(
                        "SC918",
                        there(again("orders"), "111122223333", ""),
                        there(again("orders"), "444455556666", ""),
                        "Pipeline of Again is orders, which starts the same pipeline again from within itself, run after run without end."),
                Cases.of(
                        "SC918",
                        running(site.set("CannedACL", "public-read")),
                        running(site.set("CannedACL", "bucket-owner-full-control")),
                        "Access of Deploy is public-read, which lets everybody on the internet read what is deployed."));
    }

    /// In an environment beside that of the pipeline, account 111122223333 in eu-west-1.
    private static Design there(Drawings.Box box, String account, String region) {
        return running(box.at("e2"))
                .withEnvironments(
                        List.of(
                                Environment.TOOLING
                                        .withAccount("111122223333")
                                        .withRegion("eu-west-1"),
                                new Environment(
                                        new EnvironmentId("e2"),
                                        "There",
                                        account,
                                        region,
                                        "#000000")));
    }

    private static Drawings.Box again(String pipeline) {
        return action("Again", Category.INVOKE, "CodePipeline").set("PipelineName", pipeline);
    }

    private static Design built(Companion.BuildProject project) {
        return running(build("Build", "Src", "Bin").set("ProjectName", "@{" + project.name() + "}"))
                .withCompanions(List.of(project));
    }

    private static Companion.BuildProject project(
            String image, boolean privileged, String command, Origin origin) {
        return new Companion.BuildProject(
                "orders",
                origin,
                Optional.empty(),
                "LINUX_CONTAINER",
                image,
                "BUILD_GENERAL1_SMALL",
                privileged,
                60,
                "version: 0.2\nphases:\n  install:\n    runtime-versions:\n      nodejs: 22\n  build:\n    commands:\n      - "
                        + command
                        + "\n",
                List.of(),
                false,
                30);
    }

    private static Companion.BuildProject keeping(Companion.BuildProject project, Cache cache) {
        return project.withSurroundings(project.surroundings().withCache(cache));
    }

    private static Design with(String command) {
        return built(project(IMAGE, false, command, Origin.CREATE));
    }

    private static List<Cases.Case> builds() {
        var store =
                new ArtifactStore(
                        "",
                        new Origin.Existing("orders-artifacts"),
                        new EncryptionKey.Existing(
                                "arn:aws:kms:eu-west-1:111122223333:key/aaaa1111-bbbb-2222-cccc-333344445555"),
                        Extras.NONE);
        var theirs = built(project(IMAGE, false, "make", new Origin.Existing("orders")));
        var old = project(IMAGE, false, "make", Origin.CREATE);
        return List.of(
                Cases.of(
                        "SC919",
                        built(project(IMAGE, true, "make", Origin.CREATE)),
                        built(project(IMAGE, true, "docker build .", Origin.CREATE)),
                        "Build project orders is privileged, and its buildspec builds no image."),
                Cases.of(
                        "SC920",
                        built(project("aws/codebuild/standard:4.0", false, "make", Origin.CREATE)),
                        built(project("aws/codebuild/standard:7.0", false, "make", Origin.CREATE)),
                        "Build project orders builds in aws/codebuild/standard:4.0, which AWS has retired; aws/codebuild/standard:7.0 is current."),
                Cases.of(
                        "SC921",
                        built(old.withBuildspec(old.buildspec().replace("22", "14"))),
                        with("make"),
                        "Build project orders asks for nodejs 14, which has come to its end."),
                Cases.of(
                        "SC928",
                        theirs.withStores(List.of(store)),
                        with("make").withStores(List.of(store)),
                        "Build project orders is somebody else's; its encryption key has to be that of the artifact store."),
                Cases.of(
                        "SC931",
                        built(keeping(old, new Cache.Local(Set.of(Mode.DOCKER_LAYER)))),
                        built(keeping(old, new Cache.Local(Set.of(Mode.CUSTOM)))),
                        "Build project orders has a local cache of Docker layers, and is not on Linux with leave to run Docker."),
                Cases.of(
                        "SC932",
                        noted("/pipeline/stages/[s1]/actions/[a1]/runOder"),
                        noted("/pipeline/stages/[s1]/actions/[a1]/_order", "/$schema"),
                        "pipeline.stages[0].actions[0].runOder is nothing that a design can say and does nothing. It may mean runOrder."),
                Cases.of(
                        "SC929",
                        built(
                                project(
                                        "public.ecr.aws/docker/library/node",
                                        false,
                                        "make",
                                        Origin.CREATE)),
                        with("make"),
                        "Build project orders builds in public.ecr.aws/docker/library/node, whatever that is by then."),
                Cases.of(
                        "SC929",
                        built(
                                project(
                                        "public.ecr.aws/docker/library/node:latest",
                                        false,
                                        "make",
                                        Origin.CREATE)),
                        built(project(" ", false, "make", Origin.CREATE)), // another rule misses it
                        "Build project orders builds in public.ecr.aws/docker/library/node:latest, whatever that is by then."));
    }

    private static Drawings.Box mode(String name, String mode, int row) {
        return stack(name, "Src").set("ActionMode", mode).set("ChangeSetName", "next").row(row);
    }

    private static List<Cases.Case> together() {
        var other = stack("Other", "Src");
        return List.of(
                Cases.of(
                        "SC923",
                        design(sources(), stage("Site", approval("Ask"), deploy("Deploy", "Src"))),
                        design(
                                sources(),
                                stage("Site", approval("Ask"), deploy("Deploy", "Src").row(2))),
                        "Deploy runs beside Ask and does not wait for it."),
                Cases.of(
                        "SC924",
                        design(sources(), stage("Stacks", stack("One", "Src"), other)),
                        design(sources(), stage("Stacks", stack("One", "Src"), other.row(2))),
                        "Other and One change orders at the same time."),
                Cases.of(
                        "SC925",
                        design(
                                sources(),
                                stage(
                                        "Stacks",
                                        mode("Make", "CHANGE_SET_REPLACE", 1),
                                        mode("Run", "CHANGE_SET_EXECUTE", 1))),
                        design(
                                sources(),
                                stage(
                                        "Stacks",
                                        mode("Make", "CHANGE_SET_REPLACE", 1),
                                        mode("Run", "CHANGE_SET_EXECUTE", 2))),
                        "Run executes a change set that no action has made by then."),
                Cases.of(
                        "SC926",
                        design(
                                stage(
                                        "Source",
                                        git("Main", "Src"),
                                        git("Next", "Nxt").set("BranchName", "next")),
                                stage("Site", deploy("Deploy", "Src"))),
                        design(
                                stage(
                                        "Source",
                                        git("Main", "Src"),
                                        git("Tools", "Nxt").set("FullRepositoryId", "acme/tools")),
                                stage("Site", deploy("Deploy", "Src"))),
                        "Next watches acme/orders, and so does Main."));
    }

    private static Companion.Topic topic(String name, Origin origin) {
        return new Companion.Topic(
                name,
                origin,
                Optional.empty(),
                List.of(new Companion.Subscription("email", "team@example.com")));
    }

    private static List<Cases.Case> companions() {
        var arn = new Origin.Existing("arn:aws:sns:eu-west-1:111122223333:asks");
        var asking = SettingCases.asking("@{asks}", topic("asks", Origin.CREATE));
        return List.of(
                Cases.of(
                        "SC922",
                        running(approval("Ask")),
                        asking,
                        "Ask waits for somebody whom nothing tells."),
                Cases.of(
                        "SC927",
                        SettingCases.asking("@{asks}", topic("asks", arn), topic("more", arn)),
                        asking,
                        "more and asks are both arn:aws:sns:eu-west-1:111122223333:asks."),
                Cases.of(
                        "SC930",
                        SettingCases.asking(
                                "@{asks}",
                                new Companion.Topic(
                                        "asks", Origin.CREATE, Optional.empty(), List.of())),
                        asking,
                        "Topic asks has no subscriptions."));
    }
}
