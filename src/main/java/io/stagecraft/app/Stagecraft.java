package io.stagecraft.app;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.OwnTypes;
import io.stagecraft.cli.Cli;
import io.stagecraft.cli.Screen;
import io.stagecraft.cli.Tools;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Where the program starts: without arguments the window, otherwise the command line, which loads no JavaFX.
public final class Stagecraft {
    /// Set by the build: the folder for the tour that takes the window's place where there is no display.
    private static final String TOUR = "stagecraft.tour";

    private static final double TOUR_SPEED = 100;

    private final PrintWriter out =
            new PrintWriter(new Outlet(FileDescriptor.out), false, StandardCharsets.UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private Stagecraft() {}

    public static void main(String[] args) {
        System.exit(new Stagecraft().run(args));
    }

    private int run(String... args) {
        Optional<ToIntFunction<Screen>> tour =
                Optional.ofNullable(System.getProperty(TOUR))
                        .map(folder -> on -> tour(shortened(Path.of(folder)), on));
        var cli = cli(new JavaFxScreen(this::catalog, Display.here(), tour));
        return switch (args.length == 1 ? args[0] : "") {
            case "rehearse-command-line" -> Rehearsal.commandLine(cli);
            case "rehearse-window" -> Rehearsal.window(false);
            case "measure-window" -> Rehearsal.window(true);
            default -> cli.run(args);
        };
    }

    private ActionCatalog catalog() {
        return OwnTypes.catalog(OwnTypes.here(), line -> err.println("stagecraft: " + line));
    }

    private Cli cli(Screen screen) {
        return new Cli(new Tools(screen, this::catalog, Stagecraft::ask), out, err);
    }

    private int tour(Path folder, Screen screen) {
        return new HeadlessTour(
                        folder,
                        step -> cli(screen).run(step.toArray(String[]::new)),
                        TOUR_SPEED,
                        out)
                .run();
    }

    /// As somebody who stands in the current folder would say it.
    private static Path shortened(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /// Only a person at a terminal can answer.
    private static Optional<String> ask(String question) {
        var console = System.console();
        return console == null || !console.isTerminal()
                ? Optional.empty()
                : Optional.ofNullable(console.readLine("%s", question)).or(() -> Optional.of(""));
    }
}
