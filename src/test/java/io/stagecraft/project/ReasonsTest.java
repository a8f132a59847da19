package io.stagecraft.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// The name of a file that nobody asked for is no reason.
class ReasonsTest {
    @Test
    void theKindOfFailureIsTheReasonWhereTheMessageIsOnlyAName() {
        assertEquals("access denied", Reasons.of(new AccessDeniedException("/ro/.main.tf.new")));
        assertEquals(
                "/x: No space left on device",
                Reasons.of(new FileSystemException("/x", null, "No space left on device")));
        assertEquals("no reason given", Reasons.of(new IOException((String) null)));
    }
}
