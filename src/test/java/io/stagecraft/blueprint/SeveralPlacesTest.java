package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Owner;
import io.stagecraft.model.StageId;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Tooling in one account, production in another account or region.
class SeveralPlacesTest {
    private static final EnvironmentId PRODUCTION = new EnvironmentId("e2");

    @Test
    void anotherAccountGetsItsRolesFirstAndTheHomeAdmitsExactlyThose() {
        var plan = plan("444455556666", "eu-west-1");
        assertEquals(
                List.of("orders-release-production", "orders-release"),
                plan.stacks().stream().map(StackPlan::name).toList());
        var there = plan.stacks().getFirst();
        assertEquals(
                List.of("orders-deploy", "orders-release-Release-CreateChangeSet"),
                there.resources().stream().map(r -> ((Resource.Role) r).name().get()).toList());
        var action =
                "arn:${partition}:iam::444455556666:role/orders-release-Release-CreateChangeSet";
        assertEquals(List.of(action), who(plan.home(), "ArtifactKey", "LetGuestsUseTheKey"));
        assertEquals(List.of(action), who(plan.home(), "ArtifactBucket", "LetGuestsMoveArtifacts"));
        assertEquals(
                List.of(
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:GetObjectTagging",
                        "s3:GetObjectVersionTagging",
                        "s3:PutObject",
                        "s3:PutObjectAcl",
                        "s3:PutObjectTagging"),
                statement(plan.home(), "ArtifactBucket", "LetGuestsMoveArtifacts").actions());
        assertEquals(
                List.of(
                        "s3:GetBucketVersioning",
                        "s3:GetBucketAcl",
                        "s3:GetBucketLocation",
                        "s3:ListBucket"),
                statement(plan.home(), "ArtifactBucket", "LetGuestsCheckTheBucket").actions());
        assertEquals(
                List.of(action), on(statement(plan.home(), "PipelineRole", "AssumeActionRoles")));
        var role = (Resource.Role) there.resources().getLast();
        var trust = role.trust().statements().getFirst();
        assertEquals(
                "arn:${partition}:iam::111122223333:root",
                ((Statement.Who.Arn) trust.principals().getFirst()).arn().shown());
        assertEquals("aws:PrincipalArn", trust.conditions().getFirst().key());
        assertEquals(
                "arn:${partition}:iam::111122223333:role/orders-release-pipeline",
                trust.conditions().getFirst().values().getFirst().shown());
    }

    @Test
    void theRoleThereReachesTheArtifactsAtHomeByNamesThatAreKnownBefore() {
        var there = plan("444455556666", "eu-west-1").stacks().getFirst();
        var role = there.resources().getLast().key();
        assertEquals(
                List.of(
                        "arn:${partition}:s3:::orders-release-artifacts-111122223333-${region}/orders-release/*"),
                on(statement(there, role, "ReadArtifacts")));
        var decrypt = statement(there, role, "DecryptArtifacts");
        assertEquals(List.of("arn:${partition}:kms:${region}:111122223333:key/*"), on(decrypt));
        assertEquals(List.of("kms:Decrypt"), decrypt.actions());
        assertEquals(
                "s3.${region}.amazonaws.com",
                decrypt.conditions().getFirst().values().getFirst().shown());
        assertEquals(List.of(), statement(there, role, "DescribeArtifactKey").conditions());
        assertEquals(List.of("${OrdersDeployRole.Arn}"), on(statement(there, role, "PassRole")));
        assertEquals(List.of(), there.parameters());
    }

    @Test
    void anotherRegionGetsAStoreThatThePipelineCopiesTo() {
        var plan = plan("", "us-east-1");
        var there = plan.stacks().getFirst();
        assertEquals("orders-release-production", there.name());
        assertTrue(there.resources().stream().anyMatch(Resource.ArtifactBucket.class::isInstance));
        assertTrue(there.resources().stream().anyMatch(Resource.EncryptionKey.class::isInstance));
        var pipeline = (Resource.Pipeline) find(plan.home(), "Pipeline");
        assertEquals(
                List.of("eu-west-1", "us-east-1"),
                pipeline.stores().stream().map(Resource.Store::region).toList());
        assertEquals(
                "orders-release-artifacts-${account}-us-east-1",
                pipeline.stores().getLast().bucket().shown());
        assertEquals(Optional.of("us-east-1"), pipeline.actions().get(new ActionId("a6")).region());
        var copies =
                ((Resource.Role) find(plan.home(), "PipelineRole"))
                        .statements().stream()
                                .flatMap(s -> s.reasons().stream())
                                .map(Statement.Reason::words)
                                .toList();
        assertTrue(copies.contains("copies to its region BuildOutput"), copies.toString());
    }

    @Test
    void aStageConditionGivesThePipelineRoleWhatItsRulesNeed() {
        assertEquals(
                List.of("arn:${partition}:cloudwatch:${region}:${account}:alarm:orders-errors"),
                on(statement(watched(Optional.empty()), "PipelineRole", "DescribeAlarms")));
        assertFalse(mayLookAtAlarms(plan("", "").home()));
    }

    @Test
    void aRuleWithARoleOfItsOwnNeedsNothingOfThePipelines() {
        assertFalse(
                mayLookAtAlarms(watched(Optional.of("arn:aws:iam::111122223333:role/watcher"))));
    }

    private static boolean mayLookAtAlarms(StackPlan home) {
        return find(home, "PipelineRole").statements().stream()
                .anyMatch(s -> s.sid().equals("DescribeAlarms"));
    }

    /// Where the release is entered only while no alarm sounds.
    private static StackPlan watched(Optional<String> role) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("AlarmName", "orders-errors");
        var rule =
                new ConditionRule(
                        "NoAlarm",
                        "CloudWatchAlarm",
                        "1",
                        settings,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        role,
                        Optional.empty(),
                        Extras.NONE);
        var condition = new Condition(Optional.empty(), List.of(rule), Extras.NONE);
        var design =
                Starter.design()
                        .withStage(
                                new StageId("s4"),
                                s ->
                                        s.withConditions(
                                                Optional.of(condition),
                                                Optional.empty(),
                                                Optional.empty()));
        return new Planner(SmallCatalog.standard()).plan(design).home();
    }

    @Test
    void aRuleInAnotherRegionGetsAStoreThere() {
        var rule =
                new ConditionRule(
                        "Far",
                        "Commands",
                        "1",
                        new LinkedHashMap<>(),
                        List.of("./check.sh"),
                        List.of("BuildOutput"),
                        Optional.of("us-east-1"),
                        Optional.empty(),
                        Optional.empty(),
                        Extras.NONE);
        var condition = new Condition(Optional.empty(), List.of(rule), Extras.NONE);
        var design =
                Starter.design()
                        .withEnvironments(
                                List.of(place("e1", "Tooling", "111122223333", "eu-west-1")))
                        .withStage(
                                new StageId("s4"),
                                s ->
                                        s.withConditions(
                                                Optional.of(condition),
                                                Optional.empty(),
                                                Optional.empty()));
        var plan = new Planner(CatalogFiles.load()).plan(design);
        assertEquals(
                List.of("orders-release-us-east-1", "orders-release"),
                plan.stacks().stream().map(StackPlan::name).toList());
        assertEquals(
                List.of("eu-west-1", "us-east-1"),
                ((Resource.Pipeline) find(plan.home(), "Pipeline"))
                        .stores().stream().map(Resource.Store::region).toList());
        var written =
                find(plan.home(), "PipelineRole").statements().stream()
                        .filter(st -> st.actions().contains("s3:PutObject"))
                        .flatMap(st -> on(st).stream())
                        .toList();
        assertTrue(written.toString().contains("us-east-1"), written.toString());
    }

    @Test
    void eventsOfAForeignSourceComeOverToTheBusAtHome() {
        var there = new EnvironmentId("e2");
        var source =
                Starter.action(
                                "a1",
                                "Repository",
                                new ActionType(Category.SOURCE, Owner.AWS, "CodeCommit", "1"))
                        .withSetting("RepositoryName", "orders")
                        .withSetting("BranchName", "main")
                        .withSetting("PollForSourceChanges", "false")
                        .withRole(Optional.of(Origin.CREATE))
                        .withEnvironment(Optional.of(there));
        var plan =
                new Planner(CatalogFiles.load())
                        .plan(
                                Design.empty("p")
                                        .withEnvironments(
                                                List.of(
                                                        place(
                                                                "e1",
                                                                "Tooling",
                                                                "111122223333",
                                                                "eu-west-1"),
                                                        place(
                                                                "e2",
                                                                "Sources",
                                                                "444455556666",
                                                                "eu-west-1")))
                                        .withStages(
                                                List.of(Starter.stage("s1", "Source", source))));
        var forward = (Resource.StartRule) find(plan.stacks().getFirst(), "ForwardRepository");
        assertEquals(
                "arn:${partition}:events:${region}:111122223333:event-bus/default",
                forward.target().shown());
        assertEquals(
                List.of(forward.target().shown()),
                on(statement(plan.stacks().getFirst(), "ForwardRole", "SendEvents")));
        var access = (Resource.BusAccess) find(plan.home(), "EventsFrom");
        assertEquals("444455556666", access.account().shown());
        var start = (Resource.StartRule) find(plan.home(), "StartOnRepository");
        assertTrue(
                start.pattern().shown().contains("444455556666:orders"), start.pattern().shown());
        assertFalse(plan.notes().toString().contains("have an event rule there"));
    }

    @Test
    void theKeyOfAnotherRegionIsToldByTheStackThatMakesIt() {
        var design =
                Starter.design()
                        .withEnvironments(
                                List.of(
                                        place("e1", "Tooling", "111122223333", "eu-west-1"),
                                        place("e2", "Production", "444455556666", "us-east-1")))
                        .withAction(
                                new ActionId("a6"),
                                a ->
                                        a.withEnvironment(Optional.of(PRODUCTION))
                                                .withRole(Optional.of(Origin.CREATE)));
        var plan = new Planner(SmallCatalog.standard()).plan(design);
        assertEquals(
                List.of("orders-release-production", "orders-release-us-east-1", "orders-release"),
                plan.stacks().stream().map(StackPlan::name).toList());
        assertEquals(
                Optional.of(new StackPlan.OutputOf("orders-release-us-east-1", "ArtifactKeyArn")),
                plan.home().parameters().stream()
                        .filter(p -> p.name().equals("ArtifactKeyArnUsEast1"))
                        .findFirst()
                        .orElseThrow()
                        .from());
    }

    private static Environment place(String id, String name, String account, String region) {
        return new Environment(new EnvironmentId(id), name, account, region, "#000000");
    }

    @Test
    void aSecretIsAskedForAndNeverWritten() {
        var source =
                Starter.action(
                                "a1",
                                "Source",
                                new ActionType(Category.SOURCE, Owner.THIRD_PARTY, "GitHub", "1"))
                        .withSetting("OAuthToken", "ghp_plain");
        var plan =
                new Planner(CatalogFiles.load())
                        .plan(
                                Design.empty("p")
                                        .withStages(
                                                List.of(Starter.stage("s1", "Source", source))));
        assertTrue(plan.home().parameters().getFirst().secret());
        assertEquals("", plan.home().parameters().getFirst().defaultValue());
        var pipeline = (Resource.Pipeline) find(plan, "Pipeline");
        SequencedMap<String, Text> settings = pipeline.actions().get(new ActionId("a1")).settings();
        assertEquals(Map.of("OAuthToken", Text.parameter("SourceOAuthToken")), settings);
    }

    private static Blueprint plan(String account, String region) {
        boolean foreign = !account.isEmpty();
        var design = Starter.design();
        var companions =
                design.companions().stream()
                        .map(c ->
                                foreign && c instanceof Companion.StackRole r
                                        ? new Companion.StackRole(
                                                r.name(),
                                                r.origin(),
                                                Optional.of(PRODUCTION),
                                                r.grants())
                                        : c)
                        .toList();
        return new Planner(SmallCatalog.standard())
                .plan(
                        design.withCompanions(companions)
                                .withEnvironments(
                                        List.of(
                                                new Environment(
                                                        new EnvironmentId("e1"),
                                                        "Tooling",
                                                        "111122223333",
                                                        "eu-west-1",
                                                        "#000000"),
                                                new Environment(
                                                        PRODUCTION,
                                                        "Production",
                                                        account,
                                                        region,
                                                        "#000000")))
                                .withAction(
                                        new ActionId("a6"),
                                        a ->
                                                a.withEnvironment(Optional.of(PRODUCTION))
                                                        .withRole(
                                                                foreign
                                                                        ? Optional.of(Origin.CREATE)
                                                                        : Optional.empty())));
    }

    private static Resource find(Blueprint plan, String key) {
        return find(plan.home(), key);
    }

    private static Resource find(StackPlan stack, String key) {
        return stack.resources().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Statement statement(StackPlan stack, String key, String sid) {
        return find(stack, key).statements().stream()
                .filter(s -> s.sid().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> on(Statement statement) {
        return statement.resources().stream().map(Text::shown).toList();
    }

    private static List<String> who(StackPlan stack, String key, String sid) {
        return statement(stack, key, sid).principals().stream()
                .map(w -> ((Statement.Who.Arn) w).arn().shown())
                .toList();
    }
}
