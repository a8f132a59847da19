package io.stagecraft.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Deployments.Event;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How long a deployment is followed when its target stops answering; nobody waits, rests are only counted.
class StackWatchTest {
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int PATIENCE = 30;

    private final Deque<Supplier<DescribeStackEventsResponse>> answers = new ArrayDeque<>();
    private final List<Duration> rests = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final StackWatch watch =
            new StackWatch(
                    new Scripted(),
                    new Refusals(Target.practice(URI.create("http://127.0.0.1:1"))),
                    rests::add,
                    "orders");

    /// Answers each look with what comes next in the script.
    private final class Scripted implements CloudFormationClient {
        @Override
        public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest asked) {
            return answers.removeFirst().get();
        }

        @Override
        public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest asked) {
            cancelled.add(asked.stackName());
            return CancelUpdateStackResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "cloudformation";
        }

        @Override
        public void close() {}
    }

    private void says(String id, String status) {
        var event =
                StackEvent.builder()
                        .eventId(id)
                        .logicalResourceId("orders")
                        .resourceType("AWS::CloudFormation::Stack")
                        .resourceStatus(status)
                        .build();
        answers.add(() -> DescribeStackEventsResponse.builder().stackEvents(event).build());
    }

    private void isSilent(int looks) {
        for (int i = 0; i < looks; i++) {
            answers.add(() -> {
                throw SdkClientException.create(
                        "Unable to execute HTTP request", new IOException("Connection refused"));
            });
        }
    }

    private Optional<String> follow() throws AwsRefusal {
        return watch.follow(told::add, () -> false);
    }

    private List<String> statuses() {
        return told.stream().map(Event::status).toList();
    }

    @Test
    void aTargetThatAnswersAgainAfterAMinuteIsFollowedToTheEnd() throws AwsRefusal {
        says("1", "UPDATE_IN_PROGRESS");
        isSilent(PATIENCE);
        says("2", "UPDATE_COMPLETE");
        assertEquals(Optional.empty(), follow());
        assertEquals(
                List.of("UPDATE_IN_PROGRESS", "NO_ANSWER", "UPDATE_COMPLETE"),
                statuses(),
                "that nobody answers is told once, not at every look");
        assertEquals(
                "Reading the events of stack orders: no answer from http://127.0.0.1:1. Asking again.",
                told.get(1).reason());
        assertEquals(PATIENCE + 1, rests.size());
        assertTrue(rests.stream().allMatch(BETWEEN::equals), rests::toString);
    }

    @Test
    void aTargetThatStaysSilentIsGivenUpAndTheDeploymentSaidToGoOn() {
        says("1", "CREATE_IN_PROGRESS");
        isSilent(PATIENCE + 1);
        var refusal = assertThrows(AwsRefusal.class, this::follow);
        assertEquals(Refusals.UNREACHABLE, refusal.code());
        assertTrue(
                refusal.advice()
                        .startsWith(
                                "What has begun goes on there without you: look at the stack before you deploy again. "),
                refusal.advice());
        assertEquals(List.of(), cancelled, "giving up looking changes nothing there");
        assertTrue(answers.isEmpty(), "it was asked to the last look");
    }

    @Test
    void anAnswerBetweenTwoSilencesIsANewStart() throws AwsRefusal {
        says("1", "UPDATE_IN_PROGRESS");
        isSilent(PATIENCE);
        says("2", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        isSilent(PATIENCE);
        says("3", "UPDATE_COMPLETE");
        assertEquals(Optional.empty(), follow());
        assertEquals(2, statuses().stream().filter("NO_ANSWER"::equals).count());
    }

    @Test
    void aRefusalIsNoSilenceAndEndsTheWatchAtOnce() {
        says("1", "UPDATE_IN_PROGRESS");
        answers.add(() -> {
            throw CloudFormationException.builder()
                    .awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode("ExpiredToken")
                                    .errorMessage("The security token is expired")
                                    .build())
                    .build();
        });
        var refusal = assertThrows(AwsRefusal.class, this::follow);
        assertEquals("ExpiredToken", refusal.code());
        assertEquals(List.of("UPDATE_IN_PROGRESS"), statuses());
        assertEquals(List.of(BETWEEN), rests);
    }

    @Test
    void aPersonMayGiveUpWhileNobodyAnswers() throws AwsRefusal {
        says("1", "UPDATE_IN_PROGRESS");
        isSilent(1);
        assertEquals(
                Optional.of("Cancelled."),
                watch.follow(told::add, () -> statuses().contains("NO_ANSWER")));
        assertEquals(List.of("orders"), cancelled);
    }
}
