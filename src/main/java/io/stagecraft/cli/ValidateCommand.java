package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.model.Design;
import io.stagecraft.model.Waiver;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Command(
        name = "validate",
        description = {
            "Hold a design against every rule.",
            "Exit code 1 when AWS would refuse it."
        })
final class ValidateCommand extends Job {
    enum Report {
        TEXT,
        JSON,
        SARIF
    }

    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or sarif (default: ${DEFAULT-VALUE})")
    private Report format = Report.TEXT;

    @Option(
            names = "--all",
            description = "say what the design has switched off as well, with the reason")
    private boolean all;

    ValidateCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        var found =
                new Validator(tools.catalog().get())
                        .check(design.withWaivers(List.of())).stream()
                                .collect(
                                        Collectors.partitioningBy(
                                                p -> Validator.isWaived(p.rule(), design)));
        var problems = found.getOrDefault(false, List.of());
        var off = found.getOrDefault(true, List.of());
        switch (format) {
            case TEXT -> text(design, problems, off);
            case JSON -> out().print(json(design, problems, off).pretty());
            case SARIF ->
                    out().print(
                                    Sarif.of(
                                                    file,
                                                    Files.readString(file),
                                                    design,
                                                    all ? join(problems, off) : problems)
                                            .pretty());
        }
        return count(problems, Severity.ERROR) > 0 ? Cli.FAILED : Cli.FINE;
    }

    static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(p -> p.rule().severity() == severity).count();
    }

    private static List<Problem> join(List<Problem> problems, List<Problem> off) {
        return Stream.concat(problems.stream(), off.stream()).toList();
    }

    private void text(Design design, List<Problem> problems, List<Problem> off) {
        problems.forEach(p -> {
            out().println(word(p) + " " + line(p, design));
            out().println(Lines.wrapped(p.rule().why(), "    "));
            p.fixes().forEach(fix -> out().println("    fix: " + fix.label()));
        });
        if (all) {
            off.forEach(p -> {
                out().println("switched off " + line(p, design));
                out().println(Lines.wrapped("because: " + reason(p, design), "    "));
            });
        }
        out().println(
                        file
                                + ": "
                                + summary(problems)
                                + (off.isEmpty()
                                        ? ""
                                        : "; "
                                                + off.size()
                                                + " switched off in the design"
                                                + (all ? "" : " (--all says which)")));
    }

    private static String line(Problem p, Design design) {
        return Lines.one(
                p.rule().id() + " " + Places.of(p.about(), design).words() + ": " + p.message());
    }

    /// Why the rule of a problem is switched off; the first of several reasons.
    static String reason(Problem problem, Design design) {
        return design.waivers().stream()
                .filter(w -> w.rule().equals(problem.rule().id()))
                .map(Waiver::reason)
                .findFirst()
                .orElse("");
    }

    static String summary(List<Problem> problems) {
        return problems.isEmpty()
                ? "no problems"
                : Lines.count(count(problems, Severity.ERROR), "error")
                        + ", "
                        + Lines.count(count(problems, Severity.WARNING), "warning")
                        + ", "
                        + Lines.count(count(problems, Severity.HINT), "hint");
    }

    static String word(Problem problem) {
        return problem.rule().severity().name().toLowerCase(Locale.ROOT);
    }

    private Json json(Design design, List<Problem> problems, List<Problem> off) {
        var report =
                Doc.of()
                        .put("file", file.toString())
                        .put("pipeline", design.name())
                        .put("errors", (int) count(problems, Severity.ERROR))
                        .put("warnings", (int) count(problems, Severity.WARNING))
                        .put("hints", (int) count(problems, Severity.HINT))
                        .put("switchedOff", off.size())
                        .put("problems", Doc.list(problems, p -> json(design, p).done()));
        if (all) {
            report.put(
                    "switchedOffProblems",
                    Doc.list(off, p -> json(design, p).put("reason", reason(p, design)).done()));
        }
        return report.done();
    }

    private static Doc json(Design design, Problem problem) {
        var place = Places.of(problem.about(), design);
        return Doc.of()
                .put("rule", problem.rule().id())
                .put("severity", word(problem))
                .maybe("stage", place.stage())
                .maybe("action", place.action())
                .maybe("field", place.field())
                .put("message", problem.message())
                .put("title", problem.rule().title())
                .put("why", problem.rule().why())
                .put("source", problem.rule().source())
                .put("fixes", problem.fixes().stream().map(Fix::label).toList());
    }
}
