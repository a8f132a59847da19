package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.PermissionSpec;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.EnvironmentVariable.Kind;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Validator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A build that pushes an image to a repository of the design may do that, to that one alone.
class PushedImagesTest {
    private static final String ORDERS =
            "arn:${partition}:ecr:${region}:${account}:repository/acme/orders";
    private static final EnvironmentId IMAGES = new EnvironmentId("e2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker push $REGISTRY/acme/orders:$TAG",
                "docker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/acme/orders",
                "docker push \"${AWS_ACCOUNT_ID}.dkr.ecr.$AWS_REGION.amazonaws.com/acme/orders:1\"",
                "docker buildx build --platform linux/arm64 \\\n        --push -t $R/acme/orders .",
                ">\n        docker buildx build\n        --push\n        --tag $R/acme/orders:1 .",
                "docker buildx build --output type=registry,name=$R/acme/orders .",
                "REPO=acme/orders; docker push $REGISTRY/$REPO:1",
                "podman push $REGISTRY/acme/orders@$DIGEST"
            })
    void whatTheBuildspecNamesMayBePushedTo(String command) {
        assertEquals(List.of(ORDERS), pushed(design(project(buildspec(command)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker build -t $REGISTRY/acme/orders .", // stays where it is
                "docker build -t $REGISTRY/acme/orders . && git push",
                "docker push $REGISTRY/acme/orders-web:1", // another repository
                "docker push $REGISTRY/team/acme/orders:1",
                "docker push acme/orders:1", // Docker Hub's
                "docker push $REGISTRY/web # not acme/orders",
                "docker push docker.io/acme/app:acme/orders", // a tag at most
                "docker push $REGISTRY/web; cd acme/orders"
            })
    void nothingElseIsPushedTo(String command) {
        assertEquals(List.of(), pushed(design(project(buildspec(command)))));
    }

    /// Account, region and name stand there: that is one repository and no other.
    @ParameterizedTest
    @CsvSource({
        "444455556666, eu-west-1, acme/orders", // another account's
        "111122223333, us-east-1, acme/orders", // another region's
        "111122223333, eu-west-1, acme/tools" // not drawn
    })
    void whatIsNamedInFullMayBePushedToWithoutBeingDrawn(
            String account, String region, String name) {
        var uri = account + ".dkr.ecr." + region + ".amazonaws.com/" + name;
        assertEquals(
                List.of("arn:${partition}:ecr:" + region + ":" + account + ":repository/" + name),
                pushed(design(project(buildspec("docker push " + uri + ":$TAG")))));
    }

    @Test
    void aVariableOfTheProjectMayHoldTheRepository() {
        var uri = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/acme/orders";
        var whole = project(buildspec("docker push \"$REPOSITORY:1\""));
        assertEquals(List.of(ORDERS), pushed(design(whole.withVariables(holding(uri)))));
        assertEquals(
                List.of(), // Docker Hub's
                pushed(design(whole.withVariables(holding("acme/orders")))));

        var name = project(buildspec("docker push \"$REGISTRY/$REPOSITORY:1\""));
        assertEquals(List.of(ORDERS), pushed(design(name.withVariables(holding("acme/orders")))));
        assertEquals(List.of(), pushed(design(name.withVariables(holding("acme/web")))));

        var other = project(buildspec("docker push $REGISTRY/web:1"));
        assertEquals(List.of(), pushed(design(other.withVariables(holding("acme/orders")))));
    }

    @Test
    void aVariableOrABuildspecOfTheActionMayToo() {
        var design = design(project(buildspec("docker push \"$REGISTRY/$REPOSITORY:1\"")));
        var build = design.actions().skip(1).findFirst().orElseThrow();
        var handed =
                build.withSetting(
                        "EnvironmentVariables",
                        "[{\"name\":\"REPOSITORY\",\"value\":\"acme/orders\",\"type\":\"PLAINTEXT\"}]");
        assertEquals(List.of(ORDERS), pushed(design.withAction(build.id(), _ -> handed)));

        var other =
                build.withSetting(
                        "BuildspecOverride", buildspec("docker push $REGISTRY/acme/orders"));
        assertEquals(List.of(ORDERS), pushed(design.withAction(build.id(), _ -> other)));
    }

    @Test
    void anotherBuildspecHidesTheProjects() {
        var design = design(project(buildspec("docker push $REGISTRY/acme/orders")));
        var build = design.actions().skip(1).findFirst().orElseThrow();
        var other = build.withSetting("BuildspecOverride", "ci/other.yml");
        assertEquals(List.of(), pushed(design.withAction(build.id(), _ -> other)));
    }

    @Test
    void whatIsPulledMayBePulledAndNotPushed() {
        var design = design(project(buildspec("docker pull $REGISTRY/acme/orders:base")));
        var pull =
                statements(design)
                        .filter(s -> s.actions().contains("ecr:GetDownloadUrlForLayer"))
                        .toList();
        assertEquals(
                List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:GetDownloadUrlForLayer"),
                pull.getFirst().actions());
        assertEquals(
                List.of(ORDERS),
                pull.stream().flatMap(s -> s.resources().stream()).map(Text::shown).toList());
        assertEquals(List.of(), pushed(design));
        assertEquals(
                List.of("*"),
                statements(design)
                        .filter(s -> s.actions().contains("ecr:GetAuthorizationToken"))
                        .flatMap(s -> s.resources().stream())
                        .map(Text::shown)
                        .toList());
    }

    @Test
    void theReasonSaysWhereThePushWasRead() {
        assertEquals(
                List.of(
                        "pushes the image that it builds (build: docker push $REGISTRY/acme/orders:$TAG)"),
                statements(design(project(buildspec("docker push $REGISTRY/acme/orders:$TAG"))))
                        .filter(s -> s.actions().contains("ecr:PutImage"))
                        .flatMap(s -> s.reasons().stream())
                        .map(Statement.Reason::words)
                        .toList());
    }

    /// What AWS lists, no more: the user guide's page on what a push takes.
    @Test
    void aPushTakesWhatAwsSays() {
        var calls =
                statements(design(project(buildspec("docker push $REGISTRY/acme/orders"))))
                        .filter(s -> s.actions().contains("ecr:PutImage"))
                        .flatMap(s -> s.actions().stream())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:CompleteLayerUpload",
                        "ecr:InitiateLayerUpload",
                        "ecr:PutImage",
                        "ecr:UploadLayerPart"),
                calls);
    }

    /// A build, a test and a rule start the same builds, whose role needs the same whoever starts them.
    @Test
    void allThatStartBuildsAgreeOnWhatTheyTake() {
        var catalog = CatalogFiles.load();
        for (var slot : List.of("{project-pushes-to}", "{project-pulls-from}", "{project-image}")) {
            var lists =
                    Stream.concat(
                                    catalog.all().stream().map(ActionSpec::permissions),
                                    CatalogFiles.rules().all().stream()
                                            .map(RuleTypeSpec::permissions))
                            .flatMap(List::stream)
                            .filter(p -> p.on().contains(slot))
                            .map(PermissionSpec::allow)
                            .toList();
            assertEquals(3, lists.size(), slot);
            assertEquals(1, Set.copyOf(lists).size(), slot);
        }
    }

    @Test
    void aFileOfTheSourceTellsNothing() {
        assertEquals(
                List.of(),
                pushed(design(project("ci/push.yml").withVariables(holding("acme/orders")))));
    }

    @Test
    void aBuildThatPushesLogsIn() {
        var login =
                statements(design(project(buildspec("docker push $R/acme/orders"))))
                        .filter(s -> s.actions().contains("ecr:GetAuthorizationToken"))
                        .toList();
        assertEquals(
                List.of(List.of(Text.of("*"))), login.stream().map(Statement::resources).toList());
    }

    @Test
    void aRepositoryOfAnotherAccountLetsThatBuildPushAndNobodyElse() {
        var design = design(project(buildspec("docker push $R/acme/orders")));
        var abroad =
                design.withCompanions(
                        design.companions().stream()
                                .map(c ->
                                        c instanceof Companion.Repository
                                                ? c.withEnvironment(Optional.of(IMAGES))
                                                : c)
                                .toList());
        var policy =
                resources(abroad)
                        .flatMap(r ->
                                r instanceof Resource.Repository x ? Stream.of(x) : Stream.empty())
                        .flatMap(r -> r.policy().stream())
                        .flatMap(p -> p.statements().stream())
                        .toList();

        assertEquals(1, policy.size());
        assertEquals(true, policy.getFirst().actions().contains("ecr:PutImage"));
        assertEquals(
                List.of("arn:${partition}:iam::111122223333:role/orders-orders-build-build"),
                policy.getFirst().conditions().getFirst().values().stream()
                        .map(Text::shown)
                        .toList());
        assertEquals(
                List.of("arn:${partition}:ecr:${region}:444455556666:repository/acme/orders"),
                pushed(abroad));
    }

    @Test
    void aRepositoryThatIsPushedToIsUsed() {
        assertEquals(
                List.of("Nothing points at build."),
                unused(design(project(buildspec("docker push $R/acme/orders")))));
    }

    /// Nobody understands what is done with it, and it is used all the same.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws ecr describe-images --repository-name acme/orders",
                "./push.sh acme/orders",
                "REPO=acme/orders make push",
                "docker compose push", // by a file that nobody has here
                "helm push chart.tgz oci://$REGISTRY/acme/orders"
            })
    void aRepositoryThatIsSpokenOfIsNotCalledUnused(String command) {
        assertEquals(List.of(), orders(design(project(buildspec(command)))));
    }

    @Test
    void oneThatAVariableACommandOrASettingNamesIsNotCalledUnusedEither() {
        var idle = project(buildspec("docker build ."));
        assertEquals(List.of("Nothing points at acme/orders."), orders(design(idle)));
        assertEquals(List.of(), orders(design(idle.withVariables(holding("acme/orders")))));
        var design = design(idle);
        var source = design.actions().findFirst().orElseThrow();
        var commands = source.withCommands(List.of("aws ecr start-image-scan acme/orders"));
        assertEquals(List.of(), orders(design.withAction(source.id(), _ -> commands)));
        var setting = source.withSetting("RepositoryName", "acme/orders");
        assertEquals(List.of(), orders(design.withAction(source.id(), _ -> setting)));
    }

    @Test
    void whereABuildspecIsInTheSourceNobodyKnowsWhatItUses() {
        assertEquals(List.of(), unused(design(project("ci/push.yml"))));
    }

    /// Topics, projects and roles are spoken of in the same way.
    @Test
    void aTopicThatACommandPublishesToIsNotCalledUnused() {
        var topic = new Companion.Topic("asks", Origin.CREATE, Optional.empty(), List.of());
        var idle = design(project(buildspec("echo done")));
        var loud = design(project(buildspec("aws sns publish --topic-arn arn:aws:sns:$R:$A:asks")));
        assertEquals(true, unused(with(idle, topic)).contains("Nothing points at asks."));
        assertEquals(false, unused(with(loud, topic)).contains("Nothing points at asks."));
    }

    private static Design with(Design design, Companion companion) {
        return design.withCompanions(
                Stream.concat(design.companions().stream(), Stream.of(companion)).toList());
    }

    private static List<String> orders(Design design) {
        return unused(design).stream().filter(m -> m.contains("orders")).toList();
    }

    private static List<String> unused(Design design) {
        return new Validator(CatalogFiles.load())
                .check(design).stream()
                        .filter(p -> p.rule().id().equals("SC902"))
                        .map(Problem::message)
                        .toList();
    }

    private static List<String> pushed(Design design) {
        return statements(design)
                .filter(s -> s.actions().contains("ecr:PutImage"))
                .flatMap(s -> s.resources().stream())
                .map(Text::shown)
                .toList();
    }

    private static Stream<Statement> statements(Design design) {
        return resources(design)
                .filter(r -> r.key().equals("OrdersBuildRole"))
                .flatMap(r -> r.statements().stream());
    }

    private static Stream<Resource> resources(Design design) {
        return new Planner(CatalogFiles.load())
                .plan(design).stacks().stream().flatMap(s -> s.resources().stream());
    }

    private static Design design(Companion.BuildProject project) {
        return Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Src")),
                        Drawings.stage(
                                "Build",
                                Drawings.test("Test", "Src").set("ProjectName", "@{orders-build}")))
                .withName("orders")
                .withEnvironments(
                        List.of(
                                Environment.TOOLING
                                        .withAccount("111122223333")
                                        .withRegion("eu-west-1"),
                                new Environment(
                                        IMAGES, "Images", "444455556666", "eu-west-1", "#000000")))
                .withCompanions(
                        List.of(
                                project,
                                repository("acme/orders"),
                                repository("build"))); // a word of every buildspec
    }

    private static Companion repository(String name) {
        return new Companion.Repository(name, Origin.CREATE, Optional.empty(), List.of(), 0, false);
    }

    private static Companion.BuildProject project(String buildspec) {
        return new Companion.BuildProject(
                "orders-build",
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                "aws/codebuild/standard:7.0",
                "BUILD_GENERAL1_SMALL",
                true,
                30,
                buildspec,
                List.of(),
                false,
                30);
    }

    private static String buildspec(String command) {
        return """
        version: 0.2
        phases:
          build:
            commands:
              # docker push $REGISTRY/build
              - %s
        """
                .formatted(command);
    }

    private static List<EnvironmentVariable> holding(String value) {
        return List.of(new EnvironmentVariable("REPOSITORY", value, Kind.PLAINTEXT));
    }
}
