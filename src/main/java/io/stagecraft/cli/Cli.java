package io.stagecraft.cli;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.project.UnreadableProject;
import io.stagecraft.project.UnwritableProject;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// The program `stagecraft`: finds the command, runs it, and turns what goes wrong into one line and an exit code.
@Command(
        name = "stagecraft",
        description = "Design, check, export, deploy and watch AWS CodePipelines.",
        footer = {
            "",
            "Without a command the designer window opens.",
            "Exit codes: 0 fine, 1 the design has errors or the run failed, 2 wrong usage or unreadable input."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Cli implements Callable<Integer> {
    /// All is well.
    public static final int FINE = 0;

    /// The design has errors, or what was asked for was tried and failed.
    public static final int FAILED = 1;

    /// Wrong usage, or input that cannot be read.
    public static final int WRONG_USAGE = 2;

    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    private final PrintWriter shell;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Tools tools;

    public Cli(Tools tools, PrintWriter out, PrintWriter err) {
        this.tools = tools;
        shell = out;
        this.out = new PrintWriter(new Printable(out));
        this.err = new PrintWriter(new Printable(err), true);
        commands.put("open", () -> new OpenCommand(tools));
        commands.put("new", NewCommand::new);
        commands.put("templates", TemplatesCommand::new);
        commands.put("validate", () -> new ValidateCommand(tools));
        commands.put("iam", () -> new IamCommand(tools));
        commands.put("export", () -> new ExportCommand(tools));
        commands.put("import", () -> new ImportCommand(tools));
        commands.put("render", () -> new RenderCommand(tools));
        commands.put("rules", RulesCommand::new);
        commands.put("providers", () -> new ProvidersCommand(tools));
        commands.put("deploy", () -> new DeployCommand(tools));
        commands.put("run", RunCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("practice", () -> new PracticeCommand(tools));
    }

    /// Runs one command line.
    ///
    /// @return the exit code
    public int run(String... args) {
        try {
            var line = asked(args);
            var code = commandLine(line.length == 0 ? "" : line[0]).execute(line);
            return isSaid() ? code : WRONG_USAGE;
        } finally {
            err.flush();
        }
    }

    /// `help COMMAND` is what other programs call `COMMAND --help`.
    private static String[] asked(String... args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
    }

    /// A result that did not get out is none, however well its making went.
    private boolean isSaid() {
        out.flush();
        if (!shell.checkError()) {
            return true;
        }
        err.println("stagecraft: What it says cannot be written: make room on the disk.");
        return false;
    }

    @Override
    public Integer call() {
        return tools.screen().open(Optional.empty());
    }

    /// Describing a command to picocli takes longer than running most, so only the one that was asked for is described.
    private CommandLine commandLine(String asked) {
        var root = new CommandLine(this);
        commands.forEach((name, command) -> {
            if (!commands.containsKey(asked) || name.equals(asked)) {
                root.addSubcommand(name, command.get());
            }
        });
        return root.setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .registerConverter(Job.Format.class, new Words<>(Job.Format.values()))
                .registerConverter(
                        ValidateCommand.Report.class, new Words<>(ValidateCommand.Report.values()))
                .registerConverter(
                        ExportCommand.Form.class, new Words<>(ExportCommand.Form.values()))
                .setParameterExceptionHandler((problem, _) -> usage(problem))
                .setExecutionExceptionHandler((problem, _, _) -> failure(problem));
    }

    private int usage(ParameterException problem) {
        err.println(
                "stagecraft: "
                        + words(problem).replaceAll("\\.?$", ".")
                        + suggestion(problem)
                        + " See `"
                        + problem.getCommandLine().getCommandSpec().qualifiedName()
                        + " --help`.");
        return WRONG_USAGE;
    }

    private static String words(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            var first = unmatched.getUnmatched().getFirst();
            if (first.startsWith("-")) {
                return "There is no option " + first;
            }
            return problem.getCommandLine().getParent() == null
                    ? "There is no command \"" + first + "\""
                    : "\"" + first + "\" is one argument too many";
        }
        return oneLine(problem).replace("option option", "option");
    }

    private static String suggestion(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return " Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "";
    }

    private int failure(Exception problem) {
        err.println("stagecraft: " + line(problem));
        return switch (problem) {
            case Refused refused -> refused.code();
            case AwsRefusal _ -> FAILED;
            case UnreadableProject _, UnwritableProject _, IOException _ -> WRONG_USAGE;
            default -> FAILED;
        };
    }

    private static String line(Exception problem) {
        return switch (problem) {
            case AwsRefusal refusal -> refusal.line();
            case Refused _, UnreadableProject _, UnwritableProject _ -> oneLine(problem);
            case IOException _ -> problem.getClass().getSimpleName() + ": " + oneLine(problem);
            default ->
                    "This is a mistake of the program, not yours: "
                            + problem
                            + ", at "
                            + problem.getStackTrace()[0]
                            + ".";
        };
    }

    private static String oneLine(Exception problem) {
        return Lines.one(String.valueOf(problem.getMessage()));
    }
}
