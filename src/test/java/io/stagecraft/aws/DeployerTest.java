package io.stagecraft.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Deployments.Change;
import io.stagecraft.aws.Deployments.Event;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.model.Environment;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Deploying against scripted answers of CloudFormation; no test waits.
class DeployerTest {
    private static final String MISSING = "Stack with id orders does not exist";
    private static final Blueprint ORDERS =
            new Blueprint(
                    "orders",
                    List.of(
                            new StackPlan(
                                    "orders",
                                    Environment.TOOLING,
                                    List.of(
                                            new StackPlan.Parameter(
                                                    "Repository", "owner/name", "", false),
                                            new StackPlan.Parameter(
                                                    "Branch", "what it follows", "main", false)),
                                    List.of(),
                                    List.of())),
                    List.of());

    private final AwsDouble aws = new AwsDouble();
    private final Deployer deployer = deployer("Resources: {}");
    private final List<Event> events = new ArrayList<>();

    private Deployer deployer(String template) {
        return new Deployer(
                aws.target(), _ -> Map.of("orders", template), _ -> {}, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        deployer.close();
        aws.close();
    }

    private static String stack(String status) {
        return "<Stacks><member><StackName>orders</StackName><StackId>arn:stack/orders/1</StackId><StackStatus>"
                + status
                + "</StackStatus><Outputs><member><OutputKey>Pipeline</OutputKey><OutputValue>orders</OutputValue></member></Outputs></member></Stacks>";
    }

    private static String event(
            String id, String resource, String type, String status, String why) {
        return "<member><EventId>"
                + id
                + "</EventId><LogicalResourceId>"
                + resource
                + "</LogicalResourceId><ResourceType>"
                + type
                + "</ResourceType><ResourceStatus>"
                + status
                + "</ResourceStatus><ResourceStatusReason>"
                + why
                + "</ResourceStatusReason><Timestamp>2026-01-02T03:04:05Z</Timestamp></member>";
    }

    private static String events(String... newestFirst) {
        return "<StackEvents>" + String.join("", newestFirst) + "</StackEvents>";
    }

    private static String own(String id, String status) {
        return event(id, "orders", "AWS::CloudFormation::Stack", status, "");
    }

    private void changeSet(String body) {
        aws.xml("CreateChangeSet", "<Id>arn:set</Id>")
                .xml("DescribeChangeSet", "<Status>CREATE_IN_PROGRESS</Status>")
                .xml("DescribeChangeSet", body);
    }

    private void planned() {
        changeSet(
                "<Status>CREATE_COMPLETE</Status><Changes><member><ResourceChange><Action>Modify</Action>"
                        + "<LogicalResourceId>Bucket</LogicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType>"
                        + "<Replacement>True</Replacement></ResourceChange></member></Changes>");
    }

    @Test
    void aPlanForAStackThatIsNotThereCreatesIt() throws AwsRefusal {
        aws.refuseXml("DescribeStacks", "ValidationError", MISSING);
        planned();
        var plan = deployer.plan(ORDERS, Map.of("Repository", "me/it"));
        assertEquals(
                List.of(new Change("orders", "Modify", "Bucket", "AWS::S3::Bucket", true)),
                plan.changes());
        assertTrue(plan.stacks().getFirst().created());
        var asked = aws.asked("CreateChangeSet").getFirst();
        assertTrue(asked.contains("ChangeSetType=CREATE"), asked);
        assertTrue(asked.contains("Capabilities.member.1=CAPABILITY_NAMED_IAM"), asked);
        assertTrue(
                asked.contains("ParameterKey=Repository&Parameters.member.1.ParameterValue=me/it"),
                asked);
        assertFalse(asked.contains("Branch"), "the template has a default");
        assertEquals(List.of(), aws.asked("ExecuteChangeSet"), "planning changes nothing");
    }

    @Test
    void aPlanForAStackThatStandsUpdatesItAndKeepsItsParameters() throws AwsRefusal {
        aws.xml("DescribeStacks", stack("CREATE_COMPLETE"));
        planned();
        var plan = deployer.plan(ORDERS, Map.of());
        assertFalse(plan.stacks().getFirst().created());
        var asked = aws.asked("CreateChangeSet").getFirst();
        assertTrue(asked.contains("ChangeSetType=UPDATE"), asked);
        assertTrue(
                asked.contains(
                        "Parameters.member.2.ParameterKey=Branch&Parameters.member.2.UsePreviousValue=true"),
                asked);
    }

    @Test
    void aMissingParameterIsNamedBeforeAnythingIsMade() {
        aws.refuseXml("DescribeStacks", "ValidationError", MISSING);
        var refusal = assertThrows(AwsRefusal.class, () -> deployer.plan(ORDERS, Map.of()));
        assertTrue(refusal.line().contains("Repository (owner/name)"), refusal.line());
        assertEquals(List.of(), aws.asked("CreateChangeSet"));
    }

    @Test
    void noChangeIsAnEmptyPlanAndNotAFailure() throws AwsRefusal {
        aws.xml("DescribeStacks", stack("UPDATE_COMPLETE")).xml("DeleteChangeSet", "");
        changeSet(
                "<Status>FAILED</Status><StatusReason>The submitted information didn't contain changes. Submit different"
                        + " information to create a change set.</StatusReason>");
        var plan = deployer.plan(ORDERS, Map.of());
        assertTrue(plan.isEmpty());
        assertEquals("", plan.stacks().getFirst().changeSet());
        var outcome = deployer.carryOut(plan, events::add, () -> false);
        assertTrue(outcome.succeeded());
        assertEquals(Map.of("Pipeline", "orders"), outcome.outputs());
        assertEquals(List.of(), aws.asked("ExecuteChangeSet"));
    }

    @Test
    void aRefusedChangeSetIsToldInAwsWordsAndTakenBack() {
        aws.refuseXml("DescribeStacks", "ValidationError", MISSING)
                .xml("DeleteChangeSet", "")
                .xml("DeleteStack", "");
        changeSet(
                "<Status>FAILED</Status><StatusReason>Template error: no such resource</StatusReason>");
        var refusal =
                assertThrows(
                        AwsRefusal.class,
                        () -> deployer.plan(ORDERS, Map.of("Repository", "me/it")));
        assertTrue(
                refusal.getMessage().contains("Template error: no such resource"), refusal.line());
        assertEquals(1, aws.asked("DeleteStack").size(), "it only stood for the plan");
    }

    @Test
    void aTemplateTooLongForARequestIsRefusedWithAWayOut() {
        try (var long_ = deployer("#".repeat(ChangeSets.MAX_TEMPLATE_BYTES + 1))) {
            var refusal = assertThrows(AwsRefusal.class, () -> long_.plan(ORDERS, Map.of()));
            assertTrue(refusal.line().contains("51201 bytes"), refusal.line());
            assertTrue(refusal.advice().contains("--s3-bucket"), refusal.advice());
        }
    }

    private Deployments.Plan deployed(String... laterEvents) throws AwsRefusal {
        aws.refuseXml("DescribeStacks", "ValidationError", MISSING)
                .xml("DescribeStacks", stack("CREATE_COMPLETE"));
        planned();
        aws.xml("ExecuteChangeSet", "")
                .xml("DescribeStackEvents", events(own("0", "REVIEW_IN_PROGRESS")));
        aws.xml("DescribeStackEvents", events(own("0", "REVIEW_IN_PROGRESS")));
        for (var later : laterEvents) {
            aws.xml("DescribeStackEvents", later);
        }
        return deployer.plan(ORDERS, Map.of("Repository", "me/it"));
    }

    @Test
    void eventsComeOldestFirstAndOnce() throws AwsRefusal {
        var plan =
                deployed(
                        events(
                                event("2", "Bucket", "AWS::S3::Bucket", "CREATE_IN_PROGRESS", ""),
                                own("1", "CREATE_IN_PROGRESS"),
                                own("0", "REVIEW_IN_PROGRESS")),
                        events(
                                own("4", "CREATE_COMPLETE"),
                                event("3", "Bucket", "AWS::S3::Bucket", "CREATE_COMPLETE", ""),
                                event("2", "Bucket", "AWS::S3::Bucket", "CREATE_IN_PROGRESS", "")));
        var outcome = deployer.carryOut(plan, events::add, () -> false);
        assertTrue(outcome.succeeded(), outcome.failure());
        assertEquals(
                List.of(
                        "orders CREATE_IN_PROGRESS",
                        "Bucket CREATE_IN_PROGRESS",
                        "Bucket CREATE_COMPLETE",
                        "orders CREATE_COMPLETE"),
                events.stream().map(e -> e.resource() + " " + e.status()).toList());
        assertEquals(Map.of("Pipeline", "orders"), outcome.outputs());
    }

    @Test
    void theFirstFailureIsTheOneThatIsTold() throws AwsRefusal {
        var plan =
                deployed(
                        events(
                                own("5", "ROLLBACK_COMPLETE"),
                                event(
                                        "4",
                                        "Key",
                                        "AWS::KMS::Key",
                                        "CREATE_FAILED",
                                        "Resource creation cancelled"),
                                event(
                                        "3",
                                        "Bucket",
                                        "AWS::S3::Bucket",
                                        "CREATE_FAILED",
                                        "name taken"),
                                own("0", "REVIEW_IN_PROGRESS")));
        var outcome = deployer.carryOut(plan, events::add, () -> false);
        assertFalse(outcome.succeeded());
        assertEquals("Bucket (AWS::S3::Bucket): name taken", outcome.failure());
    }

    @Test
    void cancellingACreationDeletesTheStack() throws AwsRefusal {
        var plan = deployed(events(own("1", "CREATE_IN_PROGRESS"), own("0", "REVIEW_IN_PROGRESS")));
        aws.xml("DeleteStack", "");
        var outcome = deployer.carryOut(plan, events::add, () -> !events.isEmpty());
        assertEquals("Cancelled.", outcome.failure());
        assertEquals(1, aws.asked("DeleteStack").size());
        assertEquals(List.of(), aws.asked("CancelUpdateStack"));
    }

    @Test
    void aPlanGivenUpLeavesNothingBehind() throws AwsRefusal {
        var plan = deployed();
        aws.xml("DeleteChangeSet", "").xml("DeleteStack", "");
        deployer.discard(plan);
        assertTrue(aws.asked("DeleteChangeSet").getFirst().contains("ChangeSetName=arn:set"));
        assertEquals(1, aws.asked("DeleteStack").size());
    }

    @Test
    void removingFollowsTheStackByItsIdToTheEnd() throws AwsRefusal {
        aws.xml("DescribeStacks", stack("CREATE_COMPLETE"))
                .xml("DeleteStack", "")
                .xml("DescribeStackEvents", events(own("1", "CREATE_COMPLETE")))
                .xml(
                        "DescribeStackEvents",
                        events(own("2", "DELETE_COMPLETE"), own("1", "CREATE_COMPLETE")));
        var outcome = deployer.remove(ORDERS, events::add);
        assertTrue(outcome.succeeded(), outcome.failure());
        assertTrue(
                aws.asked("DescribeStackEvents")
                        .getLast()
                        .contains("StackName=arn:stack/orders/1"));
        assertEquals(1, events.size());
    }

    @Test
    void aRefusedCallIsToldWithWhatToDo() {
        aws.refuseXml(
                "DescribeStacks",
                "AccessDenied",
                "User: ana is not authorized to perform: cloudformation:DescribeStacks");
        var refusal = assertThrows(AwsRefusal.class, () -> deployer.plan(ORDERS, Map.of()));
        assertEquals("AccessDenied", refusal.code());
        assertTrue(refusal.advice().contains("permission"), refusal.advice());
    }
}
