package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a pipeline's own stacks hold, and under whose rights they come to it.
class DeployedStacksTest {
    private static final String STACK = "orders-production";

    private static String deployed(Trial trial, ObjectNode template) {
        assertEquals(
                "CREATE_COMPLETE",
                trial.deploy("o", template.toString(), ChangeSetType.CREATE),
                () -> trial.troubles("o"));
        trial.settle();
        trial.answer(Trial.PIPELINE, "Production", "Approve", ApprovalStatus.APPROVED);
        trial.settle();
        return trial.stage(Trial.PIPELINE, "Production").latestExecution().statusAsString();
    }

    private static Map<String, String> resources(Trial trial) {
        return trial
                .stacks
                .describeStackResources(r -> r.stackName(STACK))
                .stackResources()
                .stream()
                .collect(
                        Collectors.toMap(
                                StackResource::resourceType,
                                StackResource::resourceStatusAsString));
    }

    private static ArrayNode statements(ObjectNode template) {
        return (ArrayNode)
                template.at(
                        "/Resources/OrdersStackRole/Properties/Policies/0/PolicyDocument/Statement");
    }

    private static ObjectNode settings(ObjectNode template, int action) {
        return (ObjectNode)
                template.at(
                        "/Resources/Pipeline/Properties/Stages/3/Actions/"
                                + action
                                + "/Configuration");
    }

    @Test
    void aStackHoldsAStandInOfWhatItsRoleIsSaidToCreate() {
        try (var trial = new Trial()) {
            assertEquals("Succeeded", deployed(trial, Trial.starter()));
            var held = resources(trial);
            assertEquals("CREATE_COMPLETE", held.get("AWS::SQS::Queue"), held.toString());
            assertEquals("CREATE_COMPLETE", held.get("AWS::CloudWatch::Alarm"), held.toString());
        }
    }

    @Test
    void withoutItsGrantTheStackFailsInAwssWordsAndGoesBack() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            statements(template).forEach(s -> without((ObjectNode) s, "sqs:CreateQueue"));
            assertEquals("Failed", deployed(trial, template));
            assertEquals("ROLLBACK_COMPLETE", trial.status(STACK));
            var trouble = trial.troubles(STACK);
            assertTrue(
                    trouble.contains(
                            "is not authorized to perform: sqs:CreateQueue on resource:"
                                    + " arn:aws:sqs:eu-west-1:000000000000:orders-production-played"
                                    + " because no identity-based policy allows the sqs:CreateQueue"
                                    + " action"),
                    trouble);
            assertTrue(trouble.contains("HandlerErrorCode: AccessDenied"), trouble);
            assertTrue(
                    trial.action(Trial.PIPELINE, "Production", "ExecuteChanges")
                            .errorDetails()
                            .message()
                            .contains("sqs:CreateQueue"));
        }
    }

    @Test
    void anActionCannotDeleteAStackWhoseExportIsInUse() {
        try (var trial = new Trial()) {
            var giver =
                    "Resources: {T: {Type: 'AWS::SNS::Topic'}}\n"
                            + "Outputs: {A: {Value: !Ref T, Export: {Name: news}}}";
            var taker =
                    "Resources: {G: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName:"
                            + " !ImportValue news}}}";
            trial.deploy("giver", giver, ChangeSetType.CREATE);
            trial.deploy("taker", taker, ChangeSetType.CREATE);
            var template = Trial.starter();
            ((ArrayNode)
                            template.at(
                                    "/Resources/PipelineRole/Properties/Policies/0/PolicyDocument/Statement"))
                    .addObject()
                    .put("Effect", "Allow")
                    .put("Action", "cloudformation:*")
                    .put("Resource", "*");
            settings(template, 1).put("ActionMode", "DELETE_ONLY").put("StackName", "giver");
            assertEquals("Failed", deployed(trial, template));
            assertEquals("CREATE_COMPLETE", trial.status("giver"));
            assertEquals(
                    "Delete canceled. Cannot delete export news as it is in use by taker.",
                    trial.action(Trial.PIPELINE, "Production", "PrepareChanges")
                            .errorDetails()
                            .message());
        }
    }

    @Test
    void iamInTheDeployedTemplateTakesTheCapability() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            ((ArrayNode) template.at("/Resources/OrdersStackRole/Metadata/DeployedStacksHold"))
                    .addObject()
                    .put("Call", "iam:CreateRole")
                    .put("Named", "orders-production-*");
            assertEquals("Failed", deployed(trial, template));
            assertEquals(
                    "Requires capabilities : [CAPABILITY_NAMED_IAM]",
                    trial.action(Trial.PIPELINE, "Production", "PrepareChanges")
                            .errorDetails()
                            .message());
        }
    }

    @Test
    void parametersAndOutputsAreThoseThatThePipelineSpeaksOf() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            settings(template, 1)
                    .put("ParameterOverrides", "{\"Commit\":\"#{SourceVariables.CommitId}\"}");
            var actions =
                    (ArrayNode) template.at("/Resources/Pipeline/Properties/Stages/3/Actions");
            var tell = actions.addObject();
            tell.put("Name", "Tell").put("RunOrder", 4);
            tell.putObject("ActionTypeId")
                    .put("Category", "Approval")
                    .put("Owner", "AWS")
                    .put("Provider", "Manual")
                    .put("Version", "1");
            tell.putObject("Configuration").put("CustomData", "See #{DeployVariables.QueueUrl}");
            deployed(trial, template);
            var stack = trial.stacks.describeStacks(r -> r.stackName(STACK)).stacks().getFirst();
            assertEquals(
                    List.of("QueueUrl=orders-production-QueueUrl"),
                    stack.outputs().stream()
                            .map(o -> o.outputKey() + "=" + o.outputValue())
                            .toList());
            var commit = stack.parameters().getFirst();
            assertEquals("Commit", commit.parameterKey());
            assertTrue(commit.parameterValue().matches("[0-9a-f]{40}"), commit.parameterValue());
            assertTrue(trial.isWaiting(Trial.PIPELINE, "Production", "Tell"));
        }
    }

    @Test
    void aChangeSetThatNobodyMadeIsNotExecuted() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            settings(template, 2).put("ChangeSetName", "another");
            ((ObjectNode) template.at("/Resources/PipelineRole/Properties"))
                    .putArray("ManagedPolicyArns")
                    .add("arn:aws:iam::aws:policy/AdministratorAccess");
            assertEquals("Failed", deployed(trial, template));
            assertEquals(
                    "ChangeSet [another] does not exist",
                    trial.action(Trial.PIPELINE, "Production", "ExecuteChanges")
                            .errorDetails()
                            .message());
        }
    }

    @Test
    void theRoleHasToTrustCloudFormation() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            ((ObjectNode)
                            template.at(
                                    "/Resources/OrdersStackRole/Properties/AssumeRolePolicyDocument/Statement/0/Principal"))
                    .put("Service", "lambda.amazonaws.com");
            assertEquals("Failed", deployed(trial, template));
            var message =
                    trial.action(Trial.PIPELINE, "Production", "PrepareChanges")
                            .errorDetails()
                            .message();
            assertTrue(message.endsWith("is invalid or cannot be assumed"), message);
        }
    }

    private static void without(ObjectNode statement, String action) {
        if (statement.get("Action") instanceof ArrayNode actions) {
            for (int i = actions.size() - 1; i >= 0; i--) {
                if (actions.get(i).asString().equals(action)) {
                    actions.remove(i);
                }
            }
        }
    }

    @Test
    void aFailedStackGivesWayOnlyToAnActionThatReplacesIt() {
        for (var mode : List.of("REPLACE_ON_FAILURE", "CREATE_UPDATE")) {
            try (var trial = new Trial()) {
                var bad =
                        "Resources: {Bad: {Type: 'AWS::KMS::Alias', Properties: {AliasName:"
                                + " alias/x}}}";
                trial.stacks.createStack(r -> r.stackName(STACK).templateBody(bad));
                trial.clock.advance(Duration.ofMinutes(1));
                assertEquals("ROLLBACK_COMPLETE", trial.status(STACK));
                var template = Trial.starter();
                mayDoAnything(template);
                settings(template, 1).put("ActionMode", mode).remove("ChangeSetName");
                ((ArrayNode) template.at("/Resources/Pipeline/Properties/Stages/3/Actions"))
                        .remove(2);
                boolean replaces = mode.equals("REPLACE_ON_FAILURE");
                assertEquals(replaces ? "Succeeded" : "Failed", deployed(trial, template), mode);
                assertEquals(
                        replaces ? "CREATE_COMPLETE" : "ROLLBACK_COMPLETE", trial.status(STACK));
                if (!replaces) {
                    var message =
                            trial.action(Trial.PIPELINE, "Production", "PrepareChanges")
                                    .errorDetails()
                                    .message();
                    assertTrue(
                            message.endsWith(
                                    "is in ROLLBACK_COMPLETE state and can not be updated."),
                            message);
                }
            }
        }
    }

    private static void mayDoAnything(ObjectNode template) {
        ((ObjectNode) template.at("/Resources/PipelineRole/Properties"))
                .putArray("ManagedPolicyArns")
                .add("arn:aws:iam::aws:policy/AdministratorAccess");
    }
}
