package io.stagecraft.cli;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.export.Bundle;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.PipelineJsonExporter;
import io.stagecraft.export.Syntax;
import io.stagecraft.export.TerraformExporter;
import io.stagecraft.model.Design;
import io.stagecraft.project.Reasons;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

@Command(
        name = "export",
        description = {
            "Write a design down for others to deploy, with everything that it needs.",
            "The same design gives the same bytes."
        })
final class ExportCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = {
                "cloudformation, cloudformation-json, terraform, or codepipeline:",
                "the input of `aws codepipeline create-pipeline`"
            })
    private Form to = Form.CLOUDFORMATION;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder to write to")
    private Path folder = Path.of("");

    ExportCommand(Tools tools) {
        this.tools = tools;
    }

    /// What a design can be written down as.
    enum Form {
        CLOUDFORMATION,
        CLOUDFORMATION_JSON,
        TERRAFORM,
        CODEPIPELINE;

        Bundle write(Blueprint blueprint) {
            return switch (this) {
                case CLOUDFORMATION -> new CloudFormationExporter(Syntax.YAML).write(blueprint);
                case CLOUDFORMATION_JSON ->
                        new CloudFormationExporter(Syntax.JSON).write(blueprint);
                case TERRAFORM -> new TerraformExporter().write(blueprint);
                case CODEPIPELINE -> new PipelineJsonExporter().write(blueprint);
            };
        }
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        var blueprint = new Planner(tools.catalog().get()).plan(design);
        var bundle = to.write(blueprint);
        try {
            bundle.writeTo(folder).forEach(out()::println);
        } catch (IOException e) {
            throw Refused.input(
                    "Nothing can be written to "
                            + folder
                            + " ("
                            + (Files.isRegularFile(folder) ? "it is a file" : Reasons.of(e))
                            + "). Choose another folder with --out.");
        }
        Stream.concat(blueprint.notes().stream(), bundle.notes().stream())
                .distinct()
                .forEach(note -> err().println("note: " + Lines.one(note)));
        warn(design);
        return Cli.FINE;
    }

    /// Half a design is exported too, for whoever wants to look at it; but not without a word.
    private void warn(Design design) {
        long errors =
                ValidateCommand.count(
                        new Validator(tools.catalog().get()).check(design), Severity.ERROR);
        if (errors > 0) {
            err().println(
                            file
                                    + ": "
                                    + Lines.count(errors, "error")
                                    + "; AWS would refuse it. See: stagecraft validate "
                                    + file);
        }
    }
}
