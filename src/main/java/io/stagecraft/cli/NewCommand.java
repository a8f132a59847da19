package io.stagecraft.cli;

import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;

@Command(name = "new", description = "Write a starter design to a file.")
final class NewCommand extends Job {
    @Option(
            names = "--template",
            paramLabel = "NAME",
            defaultValue = "release",
            description =
                    "which starter (default: ${DEFAULT-VALUE}); `stagecraft templates` lists them")
    private String template = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to")
    private Path file = Path.of("");

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        var design = TemplateShelf.open(template);
        if (Files.isDirectory(file)) {
            throw Refused.input(file + " is a folder. Name the file that the design goes to.");
        }
        if (Files.exists(file) && !force) {
            throw Refused.input(
                    file
                            + " is there already. Choose another name, or write over it with --force.");
        }
        ProjectFile.write(file, design);
        out().println(file);
        return Cli.FINE;
    }
}
