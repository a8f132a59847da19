package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An export that fails leaves things as they were.
class BundleTest {
    @TempDir private Path place;

    private static Bundle bundle(String name) {
        return new Bundle(List.of(new Bundle.TextFile(name, "text\n")));
    }

    @Test
    void aFolderMadeForNothingIsTakenAwayAgain() throws IOException {
        var unwritable = bundle("x".repeat(300));
        assertThrows(IOException.class, () -> unwritable.writeTo(place.resolve("deep/er")));
        assertFalse(Files.exists(place.resolve("deep")));
        var there = Files.createDirectory(place.resolve("there"));
        assertThrows(IOException.class, () -> unwritable.writeTo(there));
        assertTrue(Files.exists(there), "what was there stays, empty or not");
    }

    @Test
    void aFolderIsMadeForWhatCanBeWritten() throws IOException {
        var written = bundle("a.yaml").writeTo(place.resolve("deep/er"));
        assertEquals(List.of(place.resolve("deep/er/a.yaml")), written);
    }
}
