package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

/// What updates say beforehand, what they may do, and how one that cannot be taken back is helped.
class StackUpdatesTest {
    private static final String TWO =
            """
            Parameters:
              Name: {Type: String, Default: news}
            Resources:
              Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Name, DisplayName: News}}
              Group:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !Sub '/of/${Topic.TopicName}', RetentionInDays: 7}
            """;

    private static String refusal(Executable call) {
        return assertThrows(CloudFormationException.class, call).awsErrorDetails().errorMessage();
    }

    private static List<ResourceChange> changes(Trial trial, String template, String name) {
        trial.stacks.createChangeSet(r ->
                r.stackName("s")
                        .changeSetName("look")
                        .templateBody(template)
                        .parameters(
                                Parameter.builder()
                                        .parameterKey("Name")
                                        .parameterValue(name)
                                        .build()));
        trial.clock.advance(Duration.ofSeconds(5));
        return trial
                .stacks
                .describeChangeSet(r -> r.stackName("s").changeSetName("look"))
                .changes()
                .stream()
                .map(c -> c.resourceChange())
                .toList();
    }

    private static List<String> details(ResourceChange change) {
        return change.details().stream()
                .map(d ->
                        String.join(
                                " ",
                                d.target().attributeAsString(),
                                String.valueOf(d.target().name()),
                                String.valueOf(d.target().requiresRecreationAsString()),
                                d.evaluationAsString(),
                                d.changeSourceAsString(),
                                String.valueOf(d.causingEntity())))
                .toList();
    }

    @Test
    void aChangeSetNamesEachMemberThatChangesAndWhy() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            var changes =
                    changes(
                            trial,
                            TWO.replace("RetentionInDays: 7", "RetentionInDays: 14"),
                            "olds");
            assertEquals(
                    List.of(
                            "Properties TopicName Always Static ParameterReference Name",
                            "Properties TopicName Always Dynamic DirectModification null"),
                    details(changes.getFirst()));
            assertEquals("True", changes.getFirst().replacementAsString());
            assertEquals(
                    List.of(
                            "Properties LogGroupName Always Dynamic ResourceAttribute"
                                    + " Topic.TopicName",
                            "Properties RetentionInDays Never Static DirectModification null"),
                    details(changes.getLast()));
            assertEquals("Conditional", changes.getLast().replacementAsString());
            assertEquals(List.of("Properties"), changes.getLast().scopeAsStrings());
        }
    }

    @Test
    void aPolicyForbidsWhatNoStatementAllows() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            assertNull(trial.stacks.getStackPolicy(r -> r.stackName("s")).stackPolicyBody());
            var policy =
                    """
                    {"Statement": [
                      {"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"},
                      {"Effect": "Deny", "Action": ["Update:Replace", "Update:Delete"], "Principal": "*", "Resource": "LogicalResourceId/Top*"}]}
                    """;
            trial.stacks.setStackPolicy(r -> r.stackName("s").stackPolicyBody(policy));
            assertEquals(
                    policy, trial.stacks.getStackPolicy(r -> r.stackName("s")).stackPolicyBody());
            assertEquals(
                    "UPDATE_COMPLETE",
                    trial.deploy(
                            "s", TWO.replace("Name: News", "Name: Olds"), ChangeSetType.UPDATE));
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE",
                    trial.deploy(
                            "s",
                            TWO.replace("Default: news", "Default: olds")
                                    .replace("!Ref Name", "olds"),
                            ChangeSetType.UPDATE));
            assertTrue(
                    reasons(trial)
                            .contains(
                                    "Action denied by stack policy: Statement [#2] does not allow"
                                            + " [Update:Replace] for resource"
                                            + " [LogicalResourceId/Topic]"));
            var alone =
                    "Resources: {Group: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName:"
                            + " /of/news, RetentionInDays: 7}}}";
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE", trial.deploy("s", alone, ChangeSetType.UPDATE));
            assertEquals(
                    2,
                    trial.stacks
                            .describeStackResources(r -> r.stackName("s"))
                            .stackResources()
                            .size());
            assertEquals(
                    "Error validating stack policy: Invalid stack policy",
                    refusal(() ->
                            trial.stacks.setStackPolicy(
                                    r -> r.stackName("s").stackPolicyBody("{"))));
        }
    }

    @Test
    void anUpdateMayBringAPolicyForItselfAndOneForTheTimeAfter() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            update(trial, "Olds", closed(), "");
            assertEquals("UPDATE_COMPLETE", trial.status("s"), "it holds for later updates only");
            assertEquals(
                    closed(), trial.stacks.getStackPolicy(r -> r.stackName("s")).stackPolicyBody());
            update(trial, "Ours", "", "");
            assertEquals("UPDATE_ROLLBACK_COMPLETE", trial.status("s"));
            assertTrue(
                    reasons(trial)
                            .contains(
                                    "Action denied by stack policy: Statement [#1] does not allow"
                                            + " [Update:Modify] for resource"
                                            + " [LogicalResourceId/Topic]"));
            update(trial, "Ours", "", closed().replace("Deny", "Allow"));
            assertEquals("UPDATE_COMPLETE", trial.status("s"));
            assertEquals(
                    closed(),
                    trial.stacks.getStackPolicy(r -> r.stackName("s")).stackPolicyBody(),
                    "the one for the update is gone with it");
            assertEquals(
                    "Error validating stack policy: Invalid stack policy",
                    refusal(() -> update(trial, "News", "", "{}")));
        }
    }

    private static String closed() {
        return "{\"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"Update:*\", \"Principal\":"
                + " \"*\", \"Resource\": \"*\"}]}";
    }

    private static void update(Trial trial, String name, String after, String during) {
        trial.stacks.updateStack(r ->
                r.stackName("s")
                        .templateBody(TWO.replace("Name: News", "Name: " + name))
                        .stackPolicyBody(after.isEmpty() ? null : after)
                        .stackPolicyDuringUpdateBody(during.isEmpty() ? null : during));
        trial.clock.advance(java.time.Duration.ofMinutes(4));
    }

    private static List<String> reasons(Trial trial) {
        return trial.stacks.describeStackEvents(r -> r.stackName("s")).stackEvents().stream()
                .map(e -> String.valueOf(e.resourceStatusReason()))
                .toList();
    }

    @Test
    void aRollbackThatFailsCanBeGoneOnWithOnceTheCauseIsMended() {
        try (var trial = new Trial()) {
            var lost = stuck(trial);
            trial.stacks.continueUpdateRollback(r -> r.stackName("o"));
            assertEquals("UPDATE_ROLLBACK_FAILED", trial.status("o"));
            trial.pipelines.createPipeline(r -> r.pipeline(lost));
            trial.stacks.continueUpdateRollback(r -> r.stackName("o"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("UPDATE_ROLLBACK_COMPLETE", trial.status("o"));
            var pipeline = trial.pipelines.getPipeline(r -> r.name(Trial.PIPELINE)).pipeline();
            assertNotEquals(lost.executionMode(), pipeline.executionMode());
        }
    }

    @Test
    void whatCannotBeRolledBackIsSkippedOnRequest() {
        try (var trial = new Trial()) {
            stuck(trial);
            assertTrue(
                    refusal(() ->
                                    trial.stacks.continueUpdateRollback(
                                            r -> r.stackName("o").resourcesToSkip("PipelineRole")))
                            .contains("PipelineRole"));
            assertTrue(
                    refusal(() ->
                                    trial.stacks.updateStack(r ->
                                            r.stackName("o")
                                                    .capabilities(Capability.CAPABILITY_NAMED_IAM)
                                                    .templateBody(Trial.starter().toString())))
                            .endsWith(
                                    "is in UPDATE_ROLLBACK_FAILED state and can not be updated."));
            trial.stacks.continueUpdateRollback(r -> r.stackName("o").resourcesToSkip("Pipeline"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("UPDATE_ROLLBACK_COMPLETE", trial.status("o"));
            assertTrue(
                    trial
                            .stacks
                            .describeStackResources(r -> r.stackName("o"))
                            .stackResources()
                            .stream()
                            .map(StackResource::logicalResourceId)
                            .noneMatch("Bad"::equals));
            assertTrue(
                    refusal(() -> trial.stacks.continueUpdateRollback(r -> r.stackName("o")))
                            .contains("is in UPDATE_ROLLBACK_COMPLETE state"));
        }
    }

    /// An update changes the pipeline; then the pipeline is deleted by hand, and the update fails.
    ///
    /// @return the pipeline as it was deleted
    private static PipelineDeclaration stuck(Trial trial) {
        var template = Trial.starter();
        trial.deploy("o", template.toString(), ChangeSetType.CREATE);
        ((ObjectNode) template.at("/Resources/Pipeline/Properties")).put("ExecutionMode", "QUEUED");
        ((ObjectNode) template.at("/Resources"))
                .set(
                        "Bad",
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"Type": "AWS::KMS::Alias", "DependsOn": "Pipeline", "Properties": {"AliasName": "alias/x"}}
                                        """));
        trial.stacks.updateStack(r ->
                r.stackName("o")
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .templateBody(template.toString()));
        while (!changed(trial)) {
            trial.clock.advance(Duration.ofSeconds(1));
        }
        var lost = trial.pipelines.getPipeline(r -> r.name(Trial.PIPELINE)).pipeline();
        trial.pipelines.deletePipeline(r -> r.name(Trial.PIPELINE));
        trial.clock.advance(Duration.ofMinutes(2));
        assertEquals("UPDATE_ROLLBACK_FAILED", trial.status("o"));
        return lost;
    }

    private static boolean changed(Trial trial) {
        return trial.stacks
                .describeStackResource(r -> r.stackName("o").logicalResourceId("Pipeline"))
                .stackResourceDetail()
                .resourceStatusAsString()
                .equals("UPDATE_COMPLETE");
    }

    @Test
    void outputsAreThoseOfTheLastUpdate() {
        try (var trial = new Trial()) {
            trial.deploy(
                    "s", TWO + "Outputs: {A: {Value: a}, B: {Value: b}}", ChangeSetType.CREATE);
            trial.deploy("s", TWO + "Outputs: {B: {Value: c}}", ChangeSetType.UPDATE);
            assertEquals(
                    List.of("B=c"),
                    trial
                            .stacks
                            .describeStacks(r -> r.stackName("s"))
                            .stacks()
                            .getFirst()
                            .outputs()
                            .stream()
                            .map(o -> o.outputKey() + "=" + o.outputValue())
                            .toList());
        }
    }

    @Test
    void aResourceThatCannotBeUpdatedIsSaidToHaveFailedItsUpdate() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            trial.stacks.setStackPolicy(r -> r.stackName("s").stackPolicyBody(closed()));
            update(trial, "Olds", "", "");
            assertTrue(
                    events(trial)
                            .contains(
                                    "Topic UPDATE_FAILED Action denied by stack policy: Statement"
                                            + " [#1] does not allow [Update:Modify] for resource"
                                            + " [LogicalResourceId/Topic]"),
                    events(trial).toString());
            assertTrue(
                    events(trial)
                            .contains(
                                    "s UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed"
                                            + " to update: [Topic]."));
        }
    }

    @Test
    void aResourceStaysOfItsType() {
        var words =
                "Update of resource type is not permitted. The new template modifies resource type"
                        + " of the following resources: [Topic]";
        var other = "Resources: {Topic: {Type: 'AWS::SQS::Queue'}}";
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            assertEquals(
                    words,
                    refusal(() ->
                            trial.stacks.updateStack(r -> r.stackName("s").templateBody(other))));
            trial.stacks.createChangeSet(
                    r -> r.stackName("s").changeSetName("turn").templateBody(other));
            trial.clock.advance(Duration.ofSeconds(5));
            var turn = trial.stacks.describeChangeSet(r -> r.stackName("s").changeSetName("turn"));
            assertEquals("FAILED " + words, turn.statusAsString() + " " + turn.statusReason());
            assertEquals("CREATE_COMPLETE", trial.status("s"));
        }
    }

    @Test
    void aPolicyMaySpareAllButSomeActsAndMeanSomeTypesOnly() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            trial.stacks.setStackPolicy(r ->
                    r.stackName("s")
                            .stackPolicyBody(
                                    """
                                    {"Statement": [
                                      {"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"},
                                      {"Effect": "Deny", "NotAction": "Update:Modify", "Principal": "*", "Resource": "*",
                                       "Condition": {"StringEquals": {"ResourceType": ["AWS::SNS::Topic"]}}}]}
                                    """));
            assertEquals(
                    "UPDATE_COMPLETE",
                    trial.deploy(
                            "s", TWO.replace("Name: News", "Name: Olds"), ChangeSetType.UPDATE),
                    "the one act that it spares");
            assertEquals(
                    "UPDATE_COMPLETE",
                    trial.deploy("s", TWO.replace("/of/", "/off/"), ChangeSetType.UPDATE),
                    "a type that it does not mean");
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE",
                    trial.deploy("s", TWO.replace("!Ref Name", "olds"), ChangeSetType.UPDATE));
            assertTrue(
                    reasons(trial)
                            .contains(
                                    "Action denied by stack policy: Statement [#2] does not allow"
                                            + " [Update:Replace] for resource"
                                            + " [LogicalResourceId/Topic]"));
        }
    }

    @Test
    void whatWasReplacedGoesAfterTheUpdateAndLeavesTheNewOne() {
        try (var trial = new Trial()) {
            trial.deploy("s", TWO, ChangeSetType.CREATE);
            trial.deploy("s", TWO.replace("/of/", "/off/"), ChangeSetType.UPDATE);
            var events = events(trial);
            assertEquals(
                    List.of(
                            "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                            "Group DELETE_IN_PROGRESS",
                            "Group DELETE_COMPLETE",
                            "s UPDATE_COMPLETE"),
                    events.subList(events.size() - 4, events.size()));
            var group =
                    trial.stacks
                            .describeStackResource(r -> r.stackName("s").logicalResourceId("Group"))
                            .stackResourceDetail();
            assertEquals(
                    "/off/news UPDATE_COMPLETE",
                    group.physicalResourceId() + " " + group.resourceStatusAsString());
            var freed =
                    "Resources: {Group: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName:"
                            + " %s}}}";
            assertEquals(
                    "CREATE_COMPLETE",
                    trial.deploy("t", freed.formatted("/of/news"), ChangeSetType.CREATE));
            assertEquals(
                    "ROLLBACK_COMPLETE",
                    trial.deploy("u", freed.formatted("/off/news"), ChangeSetType.CREATE));
        }
    }

    /// Resource, status and reason, oldest first.
    private static List<String> events(Trial trial) {
        return trial
                .stacks
                .describeStackEvents(r -> r.stackName("s"))
                .stackEvents()
                .reversed()
                .stream()
                .map(e ->
                        String.join(
                                        " ",
                                        e.logicalResourceId(),
                                        e.resourceStatusAsString(),
                                        e.resourceStatusReason() == null
                                                ? ""
                                                : e.resourceStatusReason())
                                .strip())
                .toList();
    }

    @Test
    void anUpdatedPipelineRunsAnewOnlyWhereItsTemplateSaysSo() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            trial.deploy("o", template.toString(), ChangeSetType.CREATE);
            var pipeline = (ObjectNode) template.at("/Resources/Pipeline/Properties");
            pipeline.put("ExecutionMode", "QUEUED");
            trial.deploy("o", template.toString(), ChangeSetType.UPDATE);
            assertEquals(List.of("CreatePipeline"), triggers(trial));
            pipeline.put("ExecutionMode", "SUPERSEDED").put("RestartExecutionOnUpdate", true);
            trial.deploy("o", template.toString(), ChangeSetType.UPDATE);
            assertEquals(List.of("StartPipelineExecution", "CreatePipeline"), triggers(trial));
        }
    }

    private static List<String> triggers(Trial trial) {
        return trial
                .pipelines
                .listPipelineExecutions(r -> r.pipelineName(Trial.PIPELINE))
                .pipelineExecutionSummaries()
                .stream()
                .map(e -> e.trigger().triggerTypeAsString())
                .toList();
    }
}
