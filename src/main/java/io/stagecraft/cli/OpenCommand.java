package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "open",
        description = "Open a design in the window.",
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    OpenCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw Refused.input(
                    file + " is not there. `stagecraft new` writes a design to start from.");
        }
        return tools.screen().open(Optional.of(file));
    }
}
