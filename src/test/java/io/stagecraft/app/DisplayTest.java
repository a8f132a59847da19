package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/// Whether a window can be shown is told before JavaFX would stumble over it.
class DisplayTest {
    private static Optional<String> missing(
            String system, Map<String, String> variables, boolean gtk) {
        return new Display(system, variables, library -> gtk && library.startsWith("libgtk-3"))
                .missing();
    }

    @Test
    void linuxNeedsADisplayAndGtk3() {
        assertTrue(missing("Linux", Map.of(), true).orElseThrow().contains("DISPLAY"));
        assertTrue(missing("Linux", Map.of("DISPLAY", " "), true).isPresent());
        assertTrue(
                missing("Linux", Map.of("DISPLAY", ":0"), false).orElseThrow().contains("GTK 3"));
        assertEquals(Optional.empty(), missing("Linux", Map.of("DISPLAY", ":0"), true));
    }

    @Test
    void waylandAloneIsNotEnough() {
        assertTrue(
                missing("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), true)
                        .orElseThrow()
                        .contains("XWayland"));
    }

    @Test
    void elsewhereADisplayIsTakenForGranted() {
        assertEquals(Optional.empty(), missing("Mac OS X", Map.of(), false));
        assertEquals(Optional.empty(), missing("Windows 11", Map.of(), false));
    }

    @Test
    void askingForALibraryThatIsNotThereIsNoCrash() {
        var here =
                new Display("Linux", Map.of("DISPLAY", ":0"), Display.here().loadable()).missing();
        assertTrue(here.isEmpty() || here.get().contains("GTK 3"), here::toString);
    }
}
