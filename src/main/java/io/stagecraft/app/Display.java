package io.stagecraft.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a window can be shown here. Asked before JavaFX is, since JavaFX ends in a stack trace where it cannot.
///
/// @param variables the environment's
/// @param loadable whether a shared library of that name can be loaded
record Display(String system, Map<String, String> variables, Predicate<String> loadable) {
    static Display here() {
        return new Display(System.getProperty("os.name", ""), System.getenv(), Display::loads);
    }

    /// What is missing, in a few words; empty where a window can be shown.
    Optional<String> missing() {
        if (!system.equals("Linux")) {
            return Optional.empty();
        }
        if (blank("DISPLAY") && blank("WAYLAND_DISPLAY")) {
            return Optional.of("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)");
        }
        if (blank("DISPLAY")) {
            return Optional.of("no X display (JavaFX needs DISPLAY: under Wayland, XWayland)");
        }
        return loadable.test("libgtk-3.so.0")
                ? Optional.empty()
                : Optional.of("no GTK 3 (on Debian and Ubuntu: apt install libgtk-3-0)");
    }

    private boolean blank(String variable) {
        return variables.getOrDefault(variable, "").isBlank();
    }

    @SuppressWarnings("restricted") // asking whether a library is there is the point
    private static boolean loads(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
