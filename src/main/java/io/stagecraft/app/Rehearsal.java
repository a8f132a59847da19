package io.stagecraft.app;

import io.stagecraft.cli.Cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What the build lets the packaged program do once, so that the JDK can write down which classes that takes.
///
/// @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-time command-line ergonomics</a>
final class Rehearsal {
    private Rehearsal() {}

    /// The commands that people type most, on a starter.
    static int commandLine(Cli cli) {
        try {
            var folder = Files.createTempDirectory("stagecraft");
            try {
                steps().forEach(step ->
                        cli.run(
                                Arrays.stream(step.split(" "))
                                        .map(word -> word.replace("IN", folder.toString()))
                                        .toArray(String[]::new)));
            } finally {
                delete(folder);
            }
            return Cli.FINE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> steps() {
        return List.of(
                "new --template release --out IN/design.json",
                "validate IN/design.json",
                "validate --format json IN/design.json",
                "export IN/design.json --to cloudformation --out IN",
                "export IN/design.json --to cloudformation-json --out IN",
                "export IN/design.json --to terraform --out IN",
                "export IN/design.json --to codepipeline --out IN",
                "import IN/orders-release.json --out IN/again.json",
                "iam IN/design.json",
                "rules",
                "providers",
                "templates",
                "--help",
                "validate --frob");
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// The window, until the starter stands in it.
    ///
    /// @param canvas whether to measure the canvas in it, too
    static int window(boolean canvas) {
        FirstWindow.show(canvas);
        return Cli.FINE;
    }
}
