package io.stagecraft.export;

import io.stagecraft.blueprint.Starter;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Designs whose companions have all that they can have.
public final class CompanionSamples {
    private CompanionSamples() {}

    static Map<String, Design> all() {
        var all = new LinkedHashMap<String, Design>();
        all.put("companion-builds", builds());
        all.put("companion-images", images());
        all.put("companion-deployments", deployments());
        return all;
    }

    /// Batches in a VPC that keep a cache in S3, beside one that keeps it on its machine.
    public static Design builds() {
        var design = Starter.design();
        var around =
                new BuildSurroundings(
                        Optional.of(
                                new BuildSurroundings.Network(
                                        "vpc-0a1b2c3d4e5f60718",
                                        List.of(
                                                "subnet-0a1b2c3d4e5f60718",
                                                "subnet-0a1b2c3d4e5f60719"),
                                        List.of("sg-0a1b2c3d4e5f60718"))),
                        new BuildSurroundings.Cache.InS3("acme-build-cache/orders"),
                        30);
        var build = project(design, "orders-build").withReports(true).withSurroundings(around);
        var test =
                project(design, "orders-test")
                        .withPrivileged(true)
                        .withSurroundings(
                                BuildSurroundings.USUAL.withCache(
                                        new BuildSurroundings.Cache.Local(
                                                Set.of(BuildSurroundings.Mode.values()))));
        return batches(
                new SetCompanion("orders-test", test)
                        .apply(new SetCompanion("orders-build", build).apply(design)));
    }

    /// An image that is pushed to a repository with a key of its own, and one that a second repository brings; builds in an image of
    /// that repository and of another account's.
    public static Design images() {
        return Drawings.design(
                        Drawings.stage(
                                "Source",
                                Drawings.source("Source", "Src"),
                                Drawings.action("Base", Category.SOURCE, "ECR")
                                        .set("RepositoryName", "@{acme/base}")
                                        .set("ImageTag", "latest")
                                        .out("Base")),
                        Drawings.stage(
                                "Build",
                                Drawings.test("Test", "Src").set("ProjectName", "@{orders-test}"),
                                Drawings.test("Scan", "Src").set("ProjectName", "@{orders-scan}"),
                                Drawings.action("Push", Category.BUILD, "ECRBuildAndPublish")
                                        .set("ECRRepositoryName", "@{acme/orders}")
                                        .set(
                                                "ImageTags",
                                                "#{codepipeline.PipelineExecutionId},latest")
                                        .in("Src")))
                .withName("orders-images")
                .withCompanions(
                        List.of(
                                repository("acme/base", List.of("latest"), 0, false),
                                repository("acme/orders", List.of(), 50, true),
                                project("orders-test", "@{acme/base}:2025-11"),
                                project(
                                        "orders-scan",
                                        "444455556666.dkr.ecr.eu-west-1.amazonaws.com/tools/scan:3")));
    }

    /// A project that comes with the design and whose builds run in `image`.
    public static Companion project(String name, String image) {
        return new Companion.BuildProject(
                name,
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                image,
                "BUILD_GENERAL1_SMALL",
                false,
                30,
                "",
                List.of(),
                false,
                30);
    }

    /// To servers, to an ECS service and, for somebody else, to functions; each at a pace of its own.
    public static Design deployments() {
        var tags = Ordered.copy(Map.of("Role", "orders"));
        return Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Src")),
                        Drawings.stage(
                                "Deploy",
                                Drawings.action("Servers", Category.DEPLOY, "CodeDeploy")
                                        .in("Src")
                                        .set("ApplicationName", "@{orders-servers}")
                                        .set("DeploymentGroupName", "@{orders-servers}"),
                                Drawings.action("Service", Category.DEPLOY, "CodeDeployToECS")
                                        .in("Src")
                                        .set("ApplicationName", "@{orders-service}")
                                        .set("DeploymentGroupName", "@{orders-service}")
                                        .set("TaskDefinitionTemplateArtifact", "Src")
                                        .set("AppSpecTemplateArtifact", "Src")
                                        .row(2)))
                .withName("orders-deployments")
                .withCompanions(
                        List.of(
                                deployment(
                                        "orders-servers",
                                        new DeploymentTarget.Instances(
                                                false, tags, List.of("orders-web"), "orders-live"),
                                        new DeploymentPace.Healthy(75)),
                                deployment(
                                        "orders-service",
                                        new DeploymentTarget.Service(
                                                "shop",
                                                "orders",
                                                "",
                                                "orders-blue",
                                                "orders-green",
                                                60,
                                                List.of(
                                                        "arn:aws:iam::111122223333:role/orders-task")),
                                        new DeploymentPace.Linear(20, 3)),
                                deployment(
                                        "orders-functions",
                                        new DeploymentTarget.Functions(List.of("orders-api")),
                                        new DeploymentPace.Named(
                                                "CodeDeployDefault.LambdaCanary10Percent5Minutes"))));
    }

    private static Companion deployment(String name, DeploymentTarget target, DeploymentPace pace) {
        return new Companion.Deployment(name, Origin.CREATE, Optional.empty(), target, pace);
    }

    private static Companion repository(
            String name, List<String> moving, int keep, boolean ownKey) {
        return new Companion.Repository(
                name, Origin.CREATE, Optional.empty(), moving, keep, ownKey);
    }

    private static Design batches(Design design) {
        return new ChangeAction(
                        new ActionId("a2"),
                        "batches",
                        a ->
                                a.withSetting("BatchEnabled", "true")
                                        .withSetting("CombineArtifacts", "true"))
                .apply(design);
    }

    private static Companion.BuildProject project(Design design, String name) {
        return (Companion.BuildProject) design.companion(name).orElseThrow();
    }
}
