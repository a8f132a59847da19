package io.stagecraft.cli;

import io.stagecraft.json.Json;
import io.stagecraft.model.Design;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Validator;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Problems as code-scanning services read them.
///
/// @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
final class Sarif {
    private Sarif() {}

    /// @param text the file's, in which a problem is given the line of the thing that it is about
    static Json of(Path file, String text, Design design, List<Problem> problems) {
        var rules = problems.stream().map(Problem::rule).distinct().toList();
        var run =
                Doc.of()
                        .put("tool", Doc.of().put("driver", driver(rules)).done())
                        .put(
                                "results",
                                Doc.list(problems, p -> result(file, text, design, rules, p)))
                        .done();
        return Doc.of()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0")
                .put("runs", new Json.Arr(List.of(run)))
                .done();
    }

    private static Json driver(List<Info> rules) {
        return Doc.of()
                .put("name", "Stagecraft")
                .put("version", Version.number())
                .put("rules", Doc.list(rules, Sarif::rule))
                .done();
    }

    private static Json rule(Info info) {
        return Doc.of()
                .put("id", info.id())
                .put("shortDescription", text(info.title()))
                .put("fullDescription", text(info.why()))
                .put("helpUri", info.source())
                .put("defaultConfiguration", Doc.of().put("level", level(info)).done())
                .done();
    }

    private static Json result(
            Path file, String text, Design design, List<Info> rules, Problem problem) {
        var place = Places.of(problem.about(), design);
        var location =
                Doc.of()
                        .put(
                                "physicalLocation",
                                Doc.of()
                                        .put(
                                                "artifactLocation",
                                                Doc.of()
                                                        .put(
                                                                "uri",
                                                                file.toString().replace('\\', '/'))
                                                        .done())
                                        .put(
                                                "region",
                                                Doc.of().put("startLine", line(text, place)).done())
                                        .done())
                        .put(
                                "logicalLocations",
                                new Json.Arr(
                                        List.of(
                                                Doc.of()
                                                        .put("fullyQualifiedName", place.words())
                                                        .done())))
                        .done();
        var found =
                Doc.of()
                        .put("ruleId", problem.rule().id())
                        .put("ruleIndex", rules.indexOf(problem.rule()))
                        .put("level", level(problem.rule()))
                        .put("message", text(problem.message()))
                        .put("locations", new Json.Arr(List.of(location)));
        if (Validator.isWaived(problem.rule(), design)) {
            // SARIF 2.1.0, 3.35: a suppression that is kept in the file itself
            found.put(
                    "suppressions",
                    new Json.Arr(
                            List.of(
                                    Doc.of()
                                            .put("kind", "inSource")
                                            .put(
                                                    "justification",
                                                    ValidateCommand.reason(problem, design))
                                            .done())));
        }
        return found.done();
    }

    private static int line(String text, Places place) {
        var at =
                place.id()
                        .map(id ->
                                Pattern.compile("\"id\"\\s*:\\s*\"" + Pattern.quote(id) + "\"")
                                        .matcher(text))
                        .filter(m -> m.find())
                        .map(m -> m.start())
                        .orElse(0);
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String level(Info info) {
        return switch (info.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    private static Json text(String words) {
        return Doc.of().put("text", words).done();
    }
}
