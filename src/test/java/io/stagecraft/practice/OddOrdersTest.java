package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.Tag;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What nobody should do, and somebody does: each is answered as AWS answers it.
class OddOrdersTest {
    private static final String TOPIC = "Resources: {T: {Type: 'AWS::SNS::Topic'}}";

    private static String said(Executable call) {
        var refusal = assertThrows(AwsServiceException.class, call).awsErrorDetails();
        return refusal.errorCode() + ": " + refusal.errorMessage();
    }

    private static Trial running() {
        return Line.open(
                Line.of(ExecutionMode.SUPERSEDED, Line.stage("Live", Line.approval("Go", 1))));
    }

    @Test
    void aBucketThatHoldsArtifactsKeepsItsStackFromGoingUntilItIsRetained() {
        try (var trial = running()) {
            trial.stacks.deleteStack(r -> r.stackName("ground"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("DELETE_FAILED", trial.status("ground"));
            assertEquals(
                    "[Bucket: Resource handler returned message: \"The bucket you tried to delete is not empty (Service: S3, Status Code: 409)\" (HandlerErrorCode: GeneralServiceException), ground: The following resource(s) failed to delete: [Bucket].]",
                    trial.troubles("ground"));
            var left =
                    trial
                            .stacks
                            .describeStackResources(r -> r.stackName("ground"))
                            .stackResources()
                            .stream()
                            .map(s -> s.logicalResourceId() + " " + s.resourceStatusAsString())
                            .toList();
            assertTrue(left.contains("Bucket DELETE_FAILED"), left::toString);
            assertTrue(left.contains("Role DELETE_COMPLETE"), "the others go all the same");
            trial.stacks.deleteStack(r -> r.stackName("ground").retainResources("Bucket"));
            trial.clock.advance(Duration.ofMinutes(2));
            assertTrue(
                    trial.stacks.describeStacks().stacks().stream()
                            .noneMatch(s -> s.stackName().equals("ground")));
            var id = trial.start("line");
            assertEquals("Failed", trial.execution("line", id), "its role is gone");
        }
    }

    @Test
    void aStackThatFailedNowhereRetainsNothing() {
        try (var trial = new Trial()) {
            trial.deploy("s", TOPIC, ChangeSetType.CREATE);
            assertTrue(
                    said(() -> trial.stacks.deleteStack(r -> r.stackName("s").retainResources("T")))
                            .startsWith("ValidationError: Invalid operation on stack"));
        }
    }

    @Test
    void aStacksNameAndItsTemplateAreHeldToTheirBounds() {
        try (var trial = new Trial()) {
            assertEquals(
                    "ValidationError: 1 validation error detected: Value 'my_stack' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
                    said(() ->
                            trial.stacks.createStack(
                                    r -> r.stackName("my_stack").templateBody(TOPIC))));
            assertTrue(
                    said(() ->
                                    trial.stacks.createStack(r ->
                                            r.stackName("s")
                                                    .templateBody(TOPIC + "#".repeat(51_200))))
                            .endsWith(
                                    "at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200"));
            assertEquals(
                    "ValidationError: StackName must be specified if ChangeSetName is not specified as an ARN.",
                    said(() -> trial.stacks.describeChangeSet(r -> r.changeSetName("one"))));
        }
    }

    @Test
    void tagsAreHeldToTheirNumberAndLeaveAwssOwnAlone() {
        try (var trial = running()) {
            var arn = "arn:aws:codepipeline:eu-west-1:000000000000:line";
            assertTrue(
                    said(() ->
                                    trial.pipelines.tagResource(
                                            r -> r.resourceArn(arn).tags(tag("aws:mine"))))
                            .startsWith("InvalidTagsException"));
            assertTrue(
                    said(() ->
                                    trial.pipelines.tagResource(
                                            r -> r.resourceArn(arn).tags(tag("a"), tag("a"))))
                            .startsWith("InvalidTagsException"));
            trial.pipelines.tagResource(r -> r.resourceArn(arn).tags(tag("first")));
            var fifty = IntStream.range(0, 50).mapToObj(i -> tag("k" + i)).toList();
            assertTrue(
                    said(() -> trial.pipelines.tagResource(r -> r.resourceArn(arn).tags(fifty)))
                            .startsWith("TooManyTagsException"));
            assertEquals(
                    List.of(tag("first")),
                    trial.pipelines.listTagsForResource(r -> r.resourceArn(arn)).tags(),
                    "what was refused left nothing behind");
        }
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("1").build();
    }
}
