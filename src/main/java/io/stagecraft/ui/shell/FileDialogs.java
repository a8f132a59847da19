package io.stagecraft.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the person for a file or a folder; nothing when they changed their mind.
public interface FileDialogs {
    /// @param kind what it should be
    Optional<Path> open(Kind kind);

    /// @param proposed a file name to begin with
    Optional<Path> save(String proposed);

    /// @param title what the folder is for
    Optional<Path> folder(String title);

    /// What is looked for.
    enum Kind {
        DESIGN,
        IMPORT
    }
}
