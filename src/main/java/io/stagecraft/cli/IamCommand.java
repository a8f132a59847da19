package io.stagecraft.cli;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Design;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

@Command(
        name = "iam",
        description = {
            "Who needs which permission, on what, and why.",
            "With --against: what a role that is there lacks (exit code 1), and what it may do that nothing here needs."
        })
final class IamCommand extends Job {
    /// A resource with statements, and the stack that it stands in.
    private record Holder(String stack, Resource resource) {}

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
                    "whose needs: a role as this command names it (default: the one named like --role, or"
                            + " else the pipeline's)")
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
        var holders = holders(new Planner(tools.catalog().get()).plan(design));
        switch (format) {
            case TEXT -> holders.forEach(h -> print(h, design));
            case JSON -> out().print(Doc.list(holders, h -> json(h, design)).pretty());
        }
        return Cli.FINE;
    }

    private static List<Holder> holders(Blueprint blueprint) {
        return blueprint.stacks().stream()
                .flatMap(stack -> stack.resources().stream().map(r -> new Holder(stack.name(), r)))
                .filter(h -> !h.resource().statements().isEmpty())
                .toList();
    }

    private void print(Holder holder, Design design) {
        out().println(holder.resource().key() + " (stack " + holder.stack() + ")");
        for (var statement : holder.resource().statements()) {
            out().println(
                            "  "
                                    + statement.effect().word()
                                    + " "
                                    + String.join(", ", statement.actions()));
            statement.principals().forEach(who -> out().println("    to " + who(who)));
            statement.resources().forEach(on -> out().println("    on " + on.shown()));
            statement.conditions().forEach(c -> out().println("    if " + clause(c)));
            statement
                    .unscoped()
                    .ifPresent(why -> out().println("    any resource, because " + why));
            statement.reasons().forEach(r -> out().println("    for " + reason(r, design)));
        }
    }

    private static String who(Statement.Who who) {
        return switch (who) {
            case Statement.Who.Service(var name) -> name.shown();
            case Statement.Who.Arn(var arn) -> arn.shown();
            case Statement.Who.Anyone() -> "anyone";
        };
    }

    static String clause(Statement.Clause clause) {
        return clause.key()
                + " "
                + clause.operator()
                + " "
                + clause.values().stream().map(Text::shown).collect(Collectors.joining(" or "));
    }

    static String reason(Statement.Reason reason, Design design) {
        return reason.action()
                        .flatMap(id ->
                                design.stageOf(id)
                                        .flatMap(s ->
                                                design.action(id)
                                                        .map(a ->
                                                                s.name() + "/" + a.name() + ": ")))
                        .orElse("")
                + reason.words();
    }

    private static Json json(Holder holder, Design design) {
        return Doc.of()
                .put("stack", holder.stack())
                .put("holder", holder.resource().key())
                .put("statements", Doc.list(holder.resource().statements(), s -> json(s, design)))
                .done();
    }

    private static Json json(Statement statement, Design design) {
        return Doc.of()
                .put("sid", statement.sid())
                .put("effect", statement.effect().word())
                .put("principals", statement.principals().stream().map(IamCommand::who).toList())
                .put("actions", statement.actions())
                .put("resources", statement.resources().stream().map(Text::shown).toList())
                .put("conditions", statement.conditions().stream().map(IamCommand::clause).toList())
                .put("for", statement.reasons().stream().map(r -> reason(r, design)).toList())
                .maybe("unscoped", statement.unscoped())
                .done();
    }
}
