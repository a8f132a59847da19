package io.stagecraft.cli;

import io.stagecraft.blueprint.Planner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Command(
        name = "iam",
        description = {
            "Who needs which permission, on what, and why.",
            "With --against: what a role that exists lacks (exit code 1), and what it may do that nothing here needs."
        })
final class IamCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(
            names = "--against",
            paramLabel = "POLICY",
            description =
                    "a policy document, what `aws iam get-role-policy` prints, or a CloudFormation template;"
                            + " may be given several times")
    private List<Path> against = List.of();

    @Option(
            names = "--role",
            paramLabel = "LOGICALID",
            description = "the role in the template that is meant, where it has several")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--of",
            paramLabel = "ROLE",
            description =
                    "whose needs: a role by its ARN, name or logical id, or an action that runs under it"
                            + " (default: the one named like --role, or else the pipeline's)")
    private Optional<String> of = Optional.empty();

    @Option(
            names = "--boundary",
            paramLabel = "POLICY",
            description = "the permissions boundary of the role")
    private Optional<Path> boundary = Optional.empty();

    IamCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        if (!against.isEmpty()) {
            var report = new RoleReport(tools, design, role, of).against(against, boundary);
            out().print(format == Format.JSON ? report.json().pretty() : report.text());
            report.notes().forEach(note -> err().println("note: " + note));
            return report.comparison().isEnough() ? Cli.FINE : Cli.FAILED;
        }
        if (role.isPresent() || of.isPresent() || boundary.isPresent()) {
            throw Refused.input(
                    "--role, --of and --boundary say what to hold the design against: give --against too.");
        }
        var blueprint = new Planner(tools.catalog().get()).plan(design);
        var listing = new RoleListing(new Grants(design), blueprint);
        switch (format) {
            case TEXT -> {
                listing.lines().forEach(out()::println);
                listing.note(file).ifPresent(note -> err().println("note: " + note));
            }
            case JSON -> out().print(listing.json().pretty());
        }
        return Cli.FINE;
    }
}
