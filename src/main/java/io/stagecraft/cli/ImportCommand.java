package io.stagecraft.cli;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.LivePipelines;
import io.stagecraft.importer.ImportReport;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.importer.PipelineText;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.project.ProjectFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

@Command(
        name = "import",
        description = {
            "Make a design of a pipeline that is there: from its JSON, or as it runs now.",
            "It takes what `aws codepipeline get-pipeline` prints, or the input of `create-pipeline`;",
            "nothing is lost, and what was remarkable is told."
        })
final class ImportCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "the JSON file")
    private Optional<Path> source = Optional.empty();

    @Option(
            names = "--live",
            paramLabel = "NAME",
            description = "instead of a file: a pipeline of the account named by the options below")
    private Optional<String> live = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the design goes")
    private Path file = Path.of("");

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Mixin private TargetOptions where = new TargetOptions();

    ImportCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.isDirectory(file)) {
            throw Refused.input(file + " is a folder. Name the file that the design goes to.");
        }
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

    private ImportReport read() throws AwsRefusal, InterruptedException {
        if (source.isPresent() == live.isPresent()) {
            throw Refused.input(
                    "Say what to import: a JSON file, or a pipeline that is there with --live NAME.");
        }
        return source.isPresent() ? file(source.get()) : live(live.orElseThrow());
    }

    private ImportReport file(Path source) {
        try {
            return importer().read(PipelineText.read(source));
        } catch (UnreadableImport problem) {
            throw Refused.input(last(source + ": ", problem));
        }
    }

    /// Says all that is wrong, a line each, but for the last, which goes with the refusal.
    private String last(String where, UnreadableImport problem) {
        var lines = problem.getMessage().lines().toList();
        lines.subList(0, lines.size() - 1)
                .forEach(line -> err().println("stagecraft: " + where + Lines.one(line)));
        return where + lines.getLast();
    }

    private ImportReport live(String name) throws AwsRefusal, InterruptedException {
        try (var pipelines = new LivePipelines(where.target())) {
            var found = pipelines.read(name);
            var report = importer().read(found.document());
            var notes = Stream.concat(found.notes().stream(), report.notes().stream());
            return new ImportReport(found.beside(report.design()), notes.toList());
        } catch (UnreadableImport problem) {
            throw Refused.failed(last("What AWS answers for " + name + ": ", problem));
        }
    }

    private PipelineJsonImporter importer() {
        return new PipelineJsonImporter(tools.catalog().get());
    }
}
