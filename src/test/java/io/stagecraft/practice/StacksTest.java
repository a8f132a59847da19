package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

import java.time.Duration;
import java.util.List;

/// What CloudFormation does with templates and stacks.
class StacksTest {
    private static final String TOPIC =
            """
            Parameters:
              Name: {Type: String, AllowedPattern: '[a-z-]+', Default: news}
            Conditions:
              IsNews: !Equals [!Ref Name, news]
            Resources:
              Topic:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName: !Ref Name
                  DisplayName: !If [IsNews, !Sub '${AWS::Region} ${Name}', !Ref AWS::NoValue]
            Outputs:
              Arn: {Value: !Ref Topic, Export: {Name: !Sub '${AWS::StackName}-arn'}}
            """;

    private static String refusal(Trial trial, String template) {
        return refusal(trial, template, "s");
    }

    private static String refusal(Trial trial, String template, String stack) {
        return assertThrows(
                        CloudFormationException.class,
                        () ->
                                trial.stacks.createStack(r ->
                                        r.stackName(stack)
                                                .capabilities(Capability.CAPABILITY_IAM)
                                                .templateBody(template)))
                .awsErrorDetails()
                .errorMessage();
    }

    private static List<String> events(Trial trial, String stack) {
        return trial
                .stacks
                .describeStackEvents(r -> r.stackName(stack))
                .stackEvents()
                .reversed()
                .stream()
                .map(e ->
                        e.logicalResourceId()
                                + " "
                                + e.resourceStatusAsString()
                                + (e.resourceStatusReason() == null
                                        ? ""
                                        : " " + e.resourceStatusReason()))
                .toList();
    }

    @Test
    void aStackIsMadeInOrderOfNeedAndTellsWhatItMade() {
        try (var trial = new Trial()) {
            assertEquals("CREATE_COMPLETE", trial.deploy("s", TOPIC, ChangeSetType.CREATE));
            assertEquals(
                    List.of(
                            "s REVIEW_IN_PROGRESS User Initiated",
                            "s CREATE_IN_PROGRESS User Initiated",
                            "Topic CREATE_IN_PROGRESS",
                            "Topic CREATE_IN_PROGRESS Resource creation Initiated",
                            "Topic CREATE_COMPLETE",
                            "s CREATE_COMPLETE"),
                    events(trial, "s"));
            var output =
                    trial.stacks
                            .describeStacks(r -> r.stackName("s"))
                            .stacks()
                            .getFirst()
                            .outputs()
                            .getFirst();
            assertEquals("arn:aws:sns:eu-west-1:000000000000:news", output.outputValue());
            assertEquals("s-arn", output.exportName());
        }
    }

    @Test
    void aResourceThatFailsTakesTheStackBack() {
        try (var trial = new Trial()) {
            var template =
                    """
                    {"Resources": {
                      "Topic": {"Type": "AWS::SNS::Topic"},
                      "Build": {"Type": "AWS::CodeBuild::Project", "DependsOn": "Topic", "Properties": {"Source": {"Type": "CODEPIPELINE"},
                        "Artifacts": {"Type": "CODEPIPELINE"}, "Environment": {"Type": "LINUX_CONTAINER"}, "ServiceRole": "arn:aws:iam::000000000000:role/nobody"}}}}
                    """;
            trial.stacks.createStack(r -> r.stackName("s").templateBody(template));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("ROLLBACK_COMPLETE", trial.status("s"));
            var events = events(trial, "s");
            int at =
                    events.indexOf(
                            "s ROLLBACK_IN_PROGRESS The following resource(s) failed to create:"
                                    + " [Build]. Rollback requested by user.");
            assertTrue(
                    events.get(at - 1)
                            .startsWith(
                                    "Build CREATE_FAILED Resource handler returned message:"
                                            + " \"codebuild.amazonaws.com is not authorized to perform:"
                                            + " sts:AssumeRole on"
                                            + " arn:aws:iam::000000000000:role/nobody\""),
                    events.toString());
            assertEquals(
                    List.of(
                            "Topic DELETE_IN_PROGRESS",
                            "Topic DELETE_COMPLETE",
                            "s ROLLBACK_COMPLETE"),
                    events.subList(at + 1, events.size()));
        }
    }

    @Test
    void aPipelineThatCodePipelineRefusesFailsItsStack() {
        try (var trial = new Trial()) {
            var template = Trial.starter();
            var stages =
                    (tools.jackson.databind.node.ArrayNode)
                            template.at("/Resources/Pipeline/Properties/Stages");
            ((tools.jackson.databind.node.ObjectNode) stages.at("/1/Actions/0/InputArtifacts/0"))
                    .put("Name", "Elsewhere");
            assertEquals(
                    "ROLLBACK_COMPLETE",
                    trial.deploy("o", template.toString(), ChangeSetType.CREATE));
            assertTrue(
                    events(trial, "o").stream()
                            .anyMatch(e ->
                                    e.startsWith("Pipeline CREATE_FAILED")
                                            && e.contains(
                                                    "Input Artifact Bundle Elsewhere in action"
                                                            + " Package")));
            // what is to be retained is not, when it was only just made
            assertTrue(events(trial, "o").contains("ArtifactBucket DELETE_COMPLETE"));
        }
    }

    @Test
    void anUpdateThatFailsGivesTheOldBack() {
        try (var trial = new Trial()) {
            trial.deploy("s", TOPIC, ChangeSetType.CREATE);
            var worse =
                    TOPIC.replace("DisplayName:", "FifoTopic: 'false'\n      DisplayName:")
                            .replace(
                                    "Outputs:",
                                    "  Bad: {Type: 'AWS::KMS::Alias', DependsOn: Topic, Properties:"
                                            + " {AliasName: alias/x}}\n"
                                            + "Outputs:")
                            .replace("TopicName: !Ref Name", "TopicName: !Sub '${Name}-two'");
            assertEquals(
                    "UPDATE_ROLLBACK_COMPLETE", trial.deploy("s", worse, ChangeSetType.UPDATE));
            var resources =
                    trial.stacks.describeStackResources(r -> r.stackName("s")).stackResources();
            assertEquals(1, resources.size());
            assertEquals(
                    "arn:aws:sns:eu-west-1:000000000000:news",
                    resources.getFirst().physicalResourceId());
        }
    }

    @Test
    void aChangeSetSaysWhatItWouldDo() {
        try (var trial = new Trial()) {
            trial.deploy("s", TOPIC, ChangeSetType.CREATE);
            trial.stacks.createChangeSet(r ->
                    r.stackName("s")
                            .changeSetName("other")
                            .templateBody(TOPIC)
                            .parameters(
                                    List.of(
                                            Parameter.builder()
                                                    .parameterKey("Name")
                                                    .parameterValue("other")
                                                    .build())));
            trial.clock.advance(Duration.ofSeconds(5));
            var change =
                    trial.stacks
                            .describeChangeSet(r -> r.stackName("s").changeSetName("other"))
                            .changes()
                            .getFirst()
                            .resourceChange();
            assertEquals(
                    List.of("Modify", "Topic", "True"),
                    List.of(
                            change.actionAsString(),
                            change.logicalResourceId(),
                            change.replacementAsString()));
            trial.stacks.createChangeSet(
                    r -> r.stackName("s").changeSetName("same").templateBody(TOPIC));
            trial.clock.advance(Duration.ofSeconds(5));
            var same = trial.stacks.describeChangeSet(r -> r.stackName("s").changeSetName("same"));
            assertEquals(
                    "The submitted information didn't contain changes. Submit different information"
                            + " to create a change set.",
                    same.statusReason());
            assertThrows(
                    InvalidChangeSetStatusException.class,
                    () ->
                            trial.stacks.executeChangeSet(
                                    r -> r.stackName("s").changeSetName("same")));
            var refusal =
                    assertThrows(
                            CloudFormationException.class,
                            () ->
                                    trial.stacks.updateStack(
                                            r -> r.stackName("s").templateBody(TOPIC)));
            assertEquals(
                    "No updates are to be performed.", refusal.awsErrorDetails().errorMessage());
        }
    }

    @Test
    void aTemplateThatCannotBeIsRefusedInAwssWords() {
        try (var trial = new Trial()) {
            assertEquals(
                    "Template format error: Unrecognized resource types: [AWS::No::Such]",
                    refusal(trial, "Resources: {A: {Type: 'AWS::No::Such'}}"));
            assertEquals(
                    "Template format error: At least one Resources member must be defined.",
                    refusal(trial, "Description: nothing"));
            assertEquals(
                    "Template format error: Unresolved resource dependencies [Nobody] in the"
                            + " Resources block of the template",
                    refusal(
                            trial,
                            "Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {TopicName: !Ref"
                                    + " Nobody}}}"));
            assertEquals(
                    "Circular dependency between resources: [A, B]",
                    refusal(
                            trial,
                            "Resources: {A: {Type: 'AWS::SNS::Topic', DependsOn: B}, B: {Type:"
                                    + " 'AWS::SNS::Topic', DependsOn: A}}"));
            assertEquals(
                    "Template error: resource A does not support attribute type Colour in"
                            + " Fn::GetAtt",
                    refusal(
                            trial,
                            "Resources: {A: {Type: 'AWS::SNS::Topic'}, B: {Type: 'AWS::SNS::Topic',"
                                    + " Properties: {TopicName: !GetAtt A.Colour}}}"));
            assertEquals(
                    "Parameters: [P] must have values",
                    refusal(
                            trial,
                            "Parameters: {P: {Type: String}}\n"
                                    + "Resources: {A: {Type: 'AWS::SNS::Topic'}}"));
            assertThrows(
                    InsufficientCapabilitiesException.class,
                    () ->
                            trial.stacks.createStack(r ->
                                    r.stackName("s").templateBody(Trial.starter().toString())));
        }
    }

    @Test
    void aDeletedStackLeavesWhatIsRetained() {
        try (var trial = new Trial()) {
            trial.deploy("o", Trial.starter().toString(), ChangeSetType.CREATE);
            var id =
                    trial.stacks
                            .describeStacks(r -> r.stackName("o"))
                            .stacks()
                            .getFirst()
                            .stackId();
            trial.stacks.deleteStack(r -> r.stackName("o"));
            trial.clock.advance(Duration.ofMinutes(3));
            assertEquals("DELETE_COMPLETE", trial.status(id));
            var events =
                    trial
                            .stacks
                            .describeStackEventsPaginator(r -> r.stackName(id))
                            .stackEvents()
                            .stream()
                            .map(e -> e.logicalResourceId() + " " + e.resourceStatusAsString())
                            .toList();
            assertTrue(
                    events.contains("ArtifactBucket DELETE_SKIPPED")
                            && events.contains("Pipeline DELETE_COMPLETE"));
            assertTrue(trial.pipelines.listPipelines(r -> r.maxResults(5)).pipelines().isEmpty());
            assertEquals(
                    "Stack with id o does not exist",
                    assertThrows(CloudFormationException.class, () -> trial.status("o"))
                            .awsErrorDetails()
                            .errorMessage());
        }
    }

    @Test
    void aProtectedStackIsNotDeleted() {
        try (var trial = new Trial()) {
            trial.stacks.createStack(
                    r -> r.stackName("s").enableTerminationProtection(true).templateBody(TOPIC));
            trial.clock.advance(Duration.ofMinutes(1));
            var refusal =
                    assertThrows(
                            CloudFormationException.class,
                            () -> trial.stacks.deleteStack(r -> r.stackName("s")));
            assertEquals(
                    "Stack [s] cannot be deleted while TerminationProtection is enabled",
                    refusal.awsErrorDetails().errorMessage());
            trial.stacks.updateTerminationProtection(
                    r -> r.stackName("s").enableTerminationProtection(false));
            trial.stacks.deleteStack(r -> r.stackName("s"));
        }
    }

    @Test
    void functionsWorkOutWhatTemplatesCommonlyAskOfThem() {
        try (var trial = new Trial()) {
            trial.deploy(
                    "s",
                    """
                    Mappings: {Sizes: {eu-west-1: {size: big}}}
                    Conditions:
                      IsEu: !Equals [!Ref AWS::Region, eu-west-1]
                    Resources: {T: {Type: 'AWS::SNS::Topic'}}
                    Outputs:
                      A: {Value: !Join ['-', [a, !Select [1, !Split [',', 'x,y,z']]]]}
                      B: {Value: !Sub ['${V}/${AWS::Region}', {V: !FindInMap [Sizes, !Ref AWS::Region, size]}]}
                      C: {Value: !If [IsEu, yes it is, no]}
                      D: {Value: !Select [2, !Cidr [10.1.0.0/16, 4, 8]]}
                      E: {Value: {Fn::Base64: hello}}
                      F: {Value: !Select [0, !GetAZs '']}
                    """,
                    ChangeSetType.CREATE);
            assertEquals(
                    List.of(
                            "a-y",
                            "big/eu-west-1",
                            "yes it is",
                            "10.1.2.0/24",
                            "aGVsbG8=",
                            "eu-west-1a"),
                    trial
                            .stacks
                            .describeStacks(r -> r.stackName("s"))
                            .stacks()
                            .getFirst()
                            .outputs()
                            .stream()
                            .map(o -> o.outputValue())
                            .toList());
            assertEquals(
                    "Template error: every Fn::Select object takes whole numbers, and one is none",
                    refusal(
                            trial,
                            "Resources: {A: {Type: 'AWS::SNS::Topic', Properties: {TopicName:"
                                    + " !Select [one, [a]]}}}",
                            "t"));
        }
    }

    @Test
    void anUpdateIsTurnedAroundAndACreationGivenUp() {
        try (var trial = new Trial()) {
            trial.deploy("s", TOPIC, ChangeSetType.CREATE);
            trial.stacks.updateStack(r ->
                    r.stackName("s").templateBody(TOPIC.replace("Default: news", "Default: olds")));
            trial.clock.advance(Duration.ofMillis(500));
            trial.stacks.cancelUpdateStack(r -> r.stackName("s"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("UPDATE_ROLLBACK_COMPLETE", trial.status("s"));
            var queue = "Resources: {Q: {Type: 'AWS::SQS::Queue'}}";
            var id =
                    trial.stacks.createStack(r -> r.stackName("new").templateBody(queue)).stackId();
            trial.clock.advance(Duration.ofMillis(500));
            trial.stacks.deleteStack(r -> r.stackName("new"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("DELETE_COMPLETE", trial.status(id));
        }
    }

    @Test
    void aCreationThatIsToKeepItsFailuresIsNotTakenBack() {
        var template =
                """
                Resources:
                  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
                  Bad: {Type: AWS::KMS::Alias, DependsOn: Topic, Properties: {AliasName: alias/x}}
                """;
        try (var trial = new Trial()) {
            trial.stacks.createStack(
                    r -> r.stackName("s").templateBody(template).onFailure("DO_NOTHING"));
            trial.stacks.createStack(r ->
                    r.stackName("t")
                            .templateBody(template.replace("news", "olds"))
                            .disableRollback(true));
            trial.clock.advance(Duration.ofMinutes(2));
            for (var stack : List.of("s", "t")) {
                assertEquals("CREATE_FAILED", trial.status(stack));
                var events = events(trial, stack);
                assertEquals(
                        stack + " CREATE_FAILED The following resource(s) failed to create: [Bad].",
                        events.getLast());
                assertTrue(events.contains("Topic CREATE_COMPLETE"), events.toString());
            }
        }
    }

    @Test
    void whatNeedsAnotherIsDeletedBeforeIt() {
        try (var trial = new Trial()) {
            var id =
                    trial.stacks
                            .createStack(r ->
                                    r.stackName("s")
                                            .templateBody(
                                                    """
                                                    Resources:
                                                      Topic: {Type: AWS::SNS::Topic}
                                                      Group: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !GetAtt Topic.TopicName}}
                                                      Queue: {Type: AWS::SQS::Queue, DependsOn: Group}
                                                    """))
                            .stackId();
            trial.clock.advance(Duration.ofMinutes(2));
            trial.stacks.deleteStack(r -> r.stackName("s"));
            trial.clock.advance(Duration.ofMinutes(2));
            var events = events(trial, id);
            assertEquals(
                    List.of(
                            "s DELETE_IN_PROGRESS User Initiated",
                            "Queue DELETE_IN_PROGRESS",
                            "Queue DELETE_COMPLETE",
                            "Group DELETE_IN_PROGRESS",
                            "Group DELETE_COMPLETE",
                            "Topic DELETE_IN_PROGRESS",
                            "Topic DELETE_COMPLETE",
                            "s DELETE_COMPLETE"),
                    events.subList(events.size() - 8, events.size()));
        }
    }
}
