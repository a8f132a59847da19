package io.stagecraft.app;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.cli.Cli;
import io.stagecraft.cli.Refused;
import io.stagecraft.cli.Screen;
import io.stagecraft.disk.WholeFile;
import io.stagecraft.model.Design;
import io.stagecraft.project.Reasons;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// The window and the canvas's picture. JavaFX is loaded by the first call that draws, not by making one of these.
///
/// @param display where a window would be shown
/// @param tour what is done instead of the starter's window where none can be shown; empty to refuse
record JavaFxScreen(
        Supplier<ActionCatalog> catalog, Display display, Optional<ToIntFunction<Screen>> tour)
        implements Screen {
    @Override
    public int open(Optional<Path> file) {
        var missing = display.missing();
        if (missing.isPresent() && file.isEmpty() && tour.isPresent()) {
            System.err.println(
                    "No window: " + missing.get() + ". The same job without one follows.");
            return tour.get().applyAsInt(this);
        }
        if (missing.isPresent()) {
            throw Refused.input(
                    "No window: "
                            + missing.get()
                            + ". `stagecraft --help` lists what works without one.");
        }
        Designer.show(file);
        return Cli.FINE;
    }

    @Override
    public void draw(Design design, Path file) {
        try {
            WholeFile.write(file, Pictures.png(design, catalog.get()));
        } catch (NoSuchFileException _) {
            throw Refused.input(
                    file + ": its folder is not there. Make it, or choose another with --out.");
        } catch (IOException e) {
            throw Refused.input(
                    file
                            + " cannot be written ("
                            + Reasons.of(e)
                            + "). Choose another place with --out.");
        }
    }
}
