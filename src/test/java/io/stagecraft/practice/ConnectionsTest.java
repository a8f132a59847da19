package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ActionExecution;

/// A Git connection serves its source only when it is there and its handshake is completed.
class ConnectionsTest {
    private static final String REGION = "eu-west-1";

    private final Trial trial = new Trial();

    @BeforeEach
    void deploy() {
        var status = trial.deploy("orders", Trial.starter().toString(), ChangeSetType.CREATE);
        assertEquals("CREATE_COMPLETE", status, trial.troubles("orders"));
    }

    @AfterEach
    void close() {
        trial.close();
    }

    private ActionExecution source() {
        trial.start(Trial.PIPELINE);
        return trial.action(Trial.PIPELINE, "Source", "GitHub");
    }

    @Test
    void aNewConnectionServesAndItsEventTellsWhatAPersonDoesOnAws() {
        assertEquals("Succeeded", source().statusAsString());
        var made =
                trial.stacks.describeStackEvents(r -> r.stackName("orders")).stackEvents().stream()
                        .filter(e -> e.resourceType().endsWith("::Connection"))
                        .filter(e -> e.resourceStatusAsString().equals("CREATE_COMPLETE"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                made.resourceStatusReason().contains("On AWS the connection is PENDING"),
                made.resourceStatusReason());
    }

    @Test
    void aPendingConnectionFailsTheSourceUntilItIsAuthorised() {
        trial.account.connection("orders-github", REGION, "PENDING");
        var failed = source();
        assertEquals("Failed", failed.statusAsString());
        assertEquals("ConfigurationError", failed.errorDetails().code());
        assertTrue(failed.errorDetails().message().contains("is not available"));
        trial.account.connection("orders-github", REGION, "AVAILABLE");
        assertEquals("Succeeded", source().statusAsString());
    }

    @Test
    void onlyAConnectionThatIsThereCanBeSetAndOnlyToItsStates() {
        assertEquals(
                "No stack has made a connection nobody in eu-west-1 here.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trial.account.connection("nobody", REGION, "PENDING"))
                        .getMessage());
        assertEquals(
                "A connection is AVAILABLE, PENDING or ERROR, and not BROKEN.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trial.account.connection("orders-github", REGION, "BROKEN"))
                        .getMessage());
    }
}
