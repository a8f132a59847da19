package io.stagecraft.validate;

import java.util.List;
import java.util.function.Function;

/// What users read of the rules: a page in Markdown, printed from the rules themselves, so that it cannot drift.
final class RulesPage {
    /// A part of a design that a rule finds wrong, and the same part when all is well.
    record Example(String wrong, String right) {}

    private RulesPage() {}

    /// @param example of a rule, by its id
    static String of(List<Rule> rules, Function<String, Example> example) {
        var page =
                new StringBuilder(
                        """
                        # Rules

                        Stagecraft holds every design against these rules as you draw, and so does `stagecraft validate`.

                        - **error**: AWS will refuse it.
                        - **warning**: it will run and hurt.
                        - **hint**: it could be nicer.

                        A rule's id stays, whatever becomes of its wording.
                        """);
        for (var rule : rules) {
            section(page, rule.info());
            examples(page, example.apply(rule.info().id()));
        }
        return page.toString();
    }

    private static void section(StringBuilder page, Info info) {
        page.append("\n## ").append(info.id()).append(": ").append(info.title()).append("\n\n");
        page.append("**").append(word(info.severity())).append("**: ").append(info.why());
        page.append(" [Source](").append(info.source()).append(")\n");
    }

    private static void examples(StringBuilder page, Example example) {
        page.append("\nWrong:\n\n```json\n").append(example.wrong()).append("\n```\n");
        page.append("\nRight:\n\n```json\n").append(example.right()).append("\n```\n");
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "hint";
        };
    }
}
