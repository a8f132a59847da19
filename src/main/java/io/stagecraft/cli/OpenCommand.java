package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;

@Command(name = "open", description = "Open a design in the window.")
final class OpenCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    OpenCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        design(file); // refused here, in one line, rather than in a window that has just come up
        return tools.screen().open(Optional.of(file));
    }
}
