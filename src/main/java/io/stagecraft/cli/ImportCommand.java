package io.stagecraft.cli;

import io.stagecraft.importer.ImportReport;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.importer.PipelineText;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.project.ProjectFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;

@Command(
        name = "import",
        description = {
            "Make a design of a pipeline that is there, from its JSON.",
            "It takes what `aws codepipeline get-pipeline` prints, or the input of `create-pipeline`;",
            "nothing is lost, and what was remarkable is told."
        })
final class ImportCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "SOURCE", description = "the JSON file")
    private Path source = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the design goes")
    private Path file = Path.of("");

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    ImportCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(file) && !force) {
            throw Refused.input(
                    file
                            + " is there already. Choose another name, or write over it with --force.");
        }
        var report = read();
        ProjectFile.write(file, report.design());
        report.notes().forEach(note -> err().println("note: " + Lines.one(note)));
        out().println(file);
        return Cli.FINE;
    }

    private ImportReport read() {
        try {
            return new PipelineJsonImporter(tools.catalog().get()).read(PipelineText.read(source));
        } catch (UnreadableImport problem) {
            throw Refused.input(source + ": " + problem.getMessage());
        }
    }
}
