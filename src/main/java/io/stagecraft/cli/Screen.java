package io.stagecraft.cli;

import io.stagecraft.model.Design;

import java.nio.file.Path;
import java.util.Optional;

/// What only the graphical part of the program can do. Asked for it, it loads JavaFX; until then nothing does.
public interface Screen {
    /// Opens the window and stays until it is closed.
    ///
    /// @param file the design to open; empty for the starter
    /// @return an exit code
    int open(Optional<Path> file);

    /// Draws the canvas of a design, without a display too.
    ///
    /// @param file its ending says how: `.png`
    /// @throws Refused where the file cannot be written or its ending is unknown
    void draw(Design design, Path file);
}
