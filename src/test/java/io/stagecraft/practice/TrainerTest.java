package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// What a trainer can do to a class.
class TrainerTest {
    private final Trial trial =
            Line.open(
                    Line.of(
                            ExecutionMode.SUPERSEDED,
                            Line.guarded(
                                    Line.stage("Live", Line.approval("Go", 1)),
                                    Result.FAIL,
                                    Line.compare("a", "EQ", "a"))));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        trial.close();
    }

    private String post(String what, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(trial.account.endpoint().resolve("/practice/" + what))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private String fetched() {
        return trial.action("line", "Source", "Fetch").statusAsString();
    }

    private String message() {
        return trial.action("line", "Source", "Fetch").errorDetails().message();
    }

    @Test
    void aFaultPostedToTheDoorBreaksTheNextRunOnce() throws Exception {
        assertEquals(
                "200 {}",
                post("break", "{\"action\": \"Fetch\", \"message\": \"The disk is full.\"}"));
        assertTrue(post("faults", "{}").contains("\"action\":\"Fetch\""));
        var id = trial.start("line");
        assertEquals("The disk is full.", message());
        assertTrue(post("faults", "{}").contains("[]"));
        trial.retry("line", "Source", id, StageRetryMode.FAILED_ACTIONS);
        assertEquals("Succeeded", fetched());
    }

    @Test
    void aFaultThatStaysBreaksUntilItIsCleared() throws Exception {
        post("break", "{\"action\": \"Fetch\", \"kind\": \"throttle\", \"stays\": true}");
        for (int i = 0; i < 2; i++) {
            trial.start("line");
            assertTrue(
                    message()
                            .startsWith(
                                    "Rate exceeded (Service: S3; Status Code: 400; Error Code: ThrottlingException"),
                    message());
        }
        post("mend", "{\"action\": \"Fetch\"}");
        trial.start("line");
        assertEquals("Succeeded", fetched());
    }

    @Test
    void aFaultOfAnotherPipelineHurtsNobodyHere() {
        trial.account.inject(new Fault("other", "Fetch", false, new Fault.Hangs()));
        trial.start("line");
        assertEquals("Succeeded", fetched());
        assertEquals(1, trial.account.faults().size());
    }

    @Test
    void anActionThatHangsEndsWithItsTimeout() {
        trial.account.inject(Fault.next("Fetch", new Fault.Hangs()));
        trial.start("line");
        trial.clock.advance(Duration.ofMinutes(57));
        assertEquals("InProgress", fetched());
        trial.clock.advance(Duration.ofMinutes(1));
        assertEquals("Failed", fetched());
        assertTrue(message().contains("within 60 minutes"), message());
    }

    @Test
    void aSlowActionTakesItsTime() {
        trial.account.inject(Fault.next("Fetch", new Fault.Slow(300)));
        trial.start("line");
        assertEquals("InProgress", fetched());
        trial.clock.advance(Duration.ofMinutes(30));
        assertEquals("Succeeded", fetched());
    }

    @Test
    void aRuleBreaksLikeAnAction() {
        trial.account.inject(Fault.next("Check", new Fault.Fails("JobFailed", "No.")));
        trial.answer(
                "line",
                "Live",
                "Go",
                software.amazon.awssdk.services.codepipeline.model.ApprovalStatus.APPROVED);
        trial.start("line");
        assertEquals("Failed", trial.standing("line", "Live"));
        assertEquals(
                "No.",
                trial.asked("line")
                        .getLast()
                        .output()
                        .executionResult()
                        .externalExecutionSummary());
    }

    @Test
    void whatMakesNoSenseIsSaidInASentence() throws Exception {
        assertTrue(post("break", "{}").contains("Say which action is to break."));
        assertTrue(
                post("break", "{\"action\": \"Fetch\", \"kind\": \"sulk\"}")
                        .contains("There is no fault sulk: it is one of fail, hang"));
        assertTrue(
                post(
                                "alarm",
                                "{\"name\": \"errors\", \"region\": \"eu-west-1\", \"state\": \"OK\"}")
                        .startsWith("400"));
        assertThrows(
                IllegalArgumentException.class,
                () -> trial.account.alarm("errors", "eu-west-1", "RED"));
        assertEquals(List.of(), trial.account.faults());
    }
}
