package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.model.Design;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Roles that are there already, by whatever name a design calls them.
class GivenRolesTest {
    private static final String HERE = "arn:aws:iam::111122223333:role/";
    private static final String THERE = "arn:aws:iam::444455556666:role/";

    private final Planner planner = new Planner(CatalogFiles.load());

    @Test
    void anActionKeepsTheRoleThatIsWrittenWhoeverElseHasOneOfThatName() {
        var roles =
                List.of(
                        HERE + "service-role/Deployer",
                        THERE + "other/Deployer",
                        THERE + "Deployer",
                        HERE + "Deployer");
        var pipeline = pipeline(design(HERE + "Deployer", "", roles));
        assertEquals(HERE + "Deployer", pipeline.role().shown());
        assertEquals(roles, written(pipeline));
    }

    @Test
    void aPipelineThatNamesItsRoleShortlyTakesNothingFromAnActionsArn() {
        var pipeline = pipeline(shortlyNamed());
        assertEquals("arn:${partition}:iam::${account}:role/Deployer", pipeline.role().shown());
        assertEquals(List.of(HERE + "service-role/Deployer"), written(pipeline));
    }

    @Test
    void oneRoleByTwoNamesNeedsWhatBothUsesNeedAndIsCalledByItsArn() {
        var roles = planner.plan(shortlyNamed()).existing();
        assertEquals(1, roles.size());
        assertTrue(roles.getFirst().isPipelines());
        assertEquals(HERE + "service-role/Deployer", roles.getFirst().role());
        assertEquals(List.of("Deploy0/D0"), roles.getFirst().runs());
    }

    @Test
    void aRuleThatNamesThePipelinesRoleIsAssumedAsAnActionIs() {
        var byAction = planner.plan(design(HERE + "Pipe", "", List.of(HERE + "Pipe"))).existing();
        var byRule = planner.plan(design(HERE + "Pipe", HERE + "Pipe", List.of())).existing();
        assertEquals(List.of(HERE + "Pipe"), assumed(byAction.getFirst().statements()));
        assertEquals(List.of(HERE + "Pipe"), assumed(byRule.getFirst().statements()));
        assertEquals(List.of("Ask/Window"), byRule.getFirst().runs());
    }

    @Test
    void aPlanOfManyRolesTakesWorkInProportion() {
        // what is allocated measures the work, however busy the machine is
        planned(50);
        var some = planned(200);
        var many = planned(1_000);
        assertTrue(many < 8 * some, () -> "five times the roles took " + many + ", not " + some);
    }

    private static Design shortlyNamed() {
        var design = design("Deployer", "", List.of(HERE + "service-role/Deployer"));
        return design.withEnvironments(
                design.environments().stream().map(e -> e.withAccount("111122223333")).toList());
    }

    private long planned(int actions) {
        var design =
                design(
                        HERE + "Pipe",
                        "",
                        IntStream.range(0, actions).mapToObj(i -> HERE + "R" + i).toList());
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(actions + 1, planner.plan(design).existing().size());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static List<String> assumed(List<Statement> statements) {
        return statements.stream()
                .filter(s -> s.actions().contains("sts:AssumeRole"))
                .flatMap(s -> s.resources().stream().map(Text::shown))
                .toList();
    }

    private Resource.Pipeline pipeline(Design design) {
        return planner.plan(design).home().resources().stream()
                .filter(Resource.Pipeline.class::isInstance)
                .map(Resource.Pipeline.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> written(Resource.Pipeline pipeline) {
        return pipeline.actions().values().stream()
                .flatMap(a -> a.role().stream().map(Text::shown))
                .toList();
    }

    /// A source, then an approval behind a condition where `rule` is not empty, then a deployment under each of `roles`.
    private static Design design(String pipeline, String rule, List<String> roles) {
        var deployments =
                IntStream.range(0, roles.size())
                        .boxed()
                        .collect(Collectors.groupingBy(i -> i / 40))
                        .entrySet()
                        .stream()
                        .map(stage ->
                                stage(
                                        "Deploy" + stage.getKey(),
                                        "",
                                        stage.getValue().stream()
                                                .map(i -> deployment(i, roles.get(i)))
                                                .collect(Collectors.joining(","))));
        var stages =
                Stream.of(
                                Stream.of(stage("Source", "", SOURCE)),
                                rule.isEmpty()
                                        ? Stream.<String>empty()
                                        : Stream.of(stage("Ask", CONDITION.formatted(rule), ASK)),
                                deployments)
                        .flatMap(all -> all)
                        .collect(Collectors.joining(","));
        return new PipelineJsonImporter(CatalogFiles.load())
                .read(PIPELINE.formatted(pipeline, stages))
                .design();
    }

    private static String stage(String name, String condition, String actions) {
        return "{\"name\": \"%s\", %s \"actions\": [%s]}".formatted(name, condition, actions);
    }

    private static String deployment(int number, String role) {
        return DEPLOYMENT.formatted(number, role, number);
    }

    private static final String PIPELINE =
            """
            {"pipeline": {"name": "orders", "pipelineType": "V2", "roleArn": "%s", "version": 1,
              "artifactStore": {"type": "S3", "location": "orders-artifacts"}, "stages": [%s]}}\
            """;

    private static final String SOURCE =
            """
            {"name": "Source", "runOrder": 1, "outputArtifacts": [{"name": "A"}],
             "actionTypeId": {"category": "Source", "owner": "AWS", "provider": "S3", "version": "1"},
             "configuration": {"S3Bucket": "orders-source", "S3ObjectKey": "k.zip", "PollForSourceChanges": "false"}}\
            """;

    private static final String ASK =
            """
            {"name": "Ask", "runOrder": 1,
             "actionTypeId": {"category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1"}}\
            """;

    private static final String CONDITION =
            """
            "beforeEntry": {"conditions": [{"result": "FAIL", "rules": [{"name": "Window", "roleArn": "%s",
              "ruleTypeId": {"category": "Rule", "owner": "AWS", "provider": "DeploymentWindow", "version": "1"},
              "configuration": {"Cron": "0 0 9-17 ? * MON-FRI *", "TimeZone": "UTC"}}]}]},\
            """;

    private static final String DEPLOYMENT =
            """
            {"name": "D%d", "runOrder": 1, "roleArn": "%s", "inputArtifacts": [{"name": "A"}],
             "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "S3", "version": "1"},
             "configuration": {"BucketName": "orders-%d", "Extract": "true"}}\
            """;
}
