package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.model.Design;
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

    ValidateCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        var problems = new Validator(tools.catalog().get()).check(design);
        switch (format) {
            case TEXT -> text(design, problems);
            case JSON -> out().print(json(design, problems).pretty());
            case SARIF ->
                    out().print(Sarif.of(file, Files.readString(file), design, problems).pretty());
        }
        return count(problems, Severity.ERROR) > 0 ? Cli.FAILED : Cli.FINE;
    }

    static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(p -> p.rule().severity() == severity).count();
    }

    private void text(Design design, List<Problem> problems) {
        problems.forEach(p -> {
            out().println(
                            word(p)
                                    + " "
                                    + p.rule().id()
                                    + " "
                                    + Places.of(p.about(), design).words()
                                    + ": "
                                    + p.message());
            out().println(Lines.wrapped(p.rule().why(), "    "));
            p.fixes().forEach(fix -> out().println("    fix: " + fix.label()));
        });
        out().println(file + ": " + summary(problems));
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

    private Json json(Design design, List<Problem> problems) {
        return Doc.of()
                .put("file", file.toString())
                .put("pipeline", design.name())
                .put("errors", (int) count(problems, Severity.ERROR))
                .put("warnings", (int) count(problems, Severity.WARNING))
                .put("hints", (int) count(problems, Severity.HINT))
                .put("problems", Doc.list(problems, p -> json(design, p)))
                .done();
    }

    private static Json json(Design design, Problem problem) {
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
                .put("fixes", problem.fixes().stream().map(Fix::label).toList())
                .done();
    }
}
