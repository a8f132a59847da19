package io.stagecraft.app;

import io.stagecraft.cli.Cli;
import io.stagecraft.cli.Screen;
import io.stagecraft.model.Design;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// The window and the canvas's picture. JavaFX is loaded by the first call, not by making one of these.
final class JavaFxScreen implements Screen {
    private final PrintWriter out;

    JavaFxScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public int open(Optional<Path> file) {
        out.println("window");
        return Cli.FINE;
    }

    @Override
    public void draw(Design design, Path file) {
        out.println("picture");
    }
}
