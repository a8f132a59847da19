package io.stagecraft.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// Where JavaFX unpacks its native libraries: below the home folder, or where that cannot be written in the folder for temporary
/// files that it would take then anyway, after a complaint for each library.
final class NativeCache {
    private static final String SETTING = "javafx.cachedir";

    private NativeCache() {}

    /// Says so to JavaFX, before any of it is loaded. Whoever has said it already is heard.
    static void settle() {
        elsewhere(System.getProperties()).ifPresent(folder -> System.setProperty(SETTING, folder));
    }

    /// The folder to take instead; empty where JavaFX's own choice will do.
    static Optional<String> elsewhere(Properties system) {
        var home = Path.of(system.getProperty("user.home", ""), ".openjfx", "cache");
        return system.containsKey(SETTING) || canHold(home)
                ? Optional.empty()
                : Optional.of(
                        Path.of(
                                        system.getProperty("java.io.tmpdir", ""),
                                        ".openjfx_" + system.getProperty("user.name", "anonymous"),
                                        "stagecraft")
                                .toString());
    }

    private static boolean canHold(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException _) {
            return false;
        }
    }
}
