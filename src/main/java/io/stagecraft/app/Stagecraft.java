package io.stagecraft.app;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.cli.Cli;
import io.stagecraft.cli.Tools;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the program starts: without arguments the window, otherwise the command line, which loads no JavaFX.
public final class Stagecraft {
    private Stagecraft() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var tools = new Tools(new JavaFxScreen(out), CatalogFiles::load, Stagecraft::ask);
        System.exit(new Cli(tools, out, err).run(args));
    }

    /// Only a person at a terminal can answer.
    private static Optional<String> ask(String question) {
        var console = System.console();
        return console == null || !console.isTerminal()
                ? Optional.empty()
                : Optional.ofNullable(console.readLine("%s", question)).or(() -> Optional.of(""));
    }
}
