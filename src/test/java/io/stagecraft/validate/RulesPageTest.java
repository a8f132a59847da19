package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The page of rules is as the rules are; `-Ddocs=write` prints it anew.
class RulesPageTest {
    private static final Path PAGE = Path.of("packaging/docs/rules.md");
    private static final int LONGEST = 24;
    private static final int LAST = 4;
    private static final int WIDEST = 160;

    @Test
    void thePageSaysWhatTheRulesSay() throws IOException {
        var page = RulesPage.of(Validator.rules(), RulesPageTest::example);
        if ("write".equals(System.getProperty("docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page, "mvn test -Dtest=RulesPageTest -Ddocs=write");
    }

    /// The lines of the project file that differ; of many, the first and the last.
    private static RulesPage.Example example(String rule) {
        var pair =
                Cases.all().stream().filter(c -> c.rule().equals(rule)).findFirst().orElseThrow();
        var wrong = lines(pair.wrong());
        var right = lines(pair.right());
        var first = 0;
        while (first < Math.min(wrong.size(), right.size())
                && wrong.get(first).equals(right.get(first))) {
            first++;
        }
        var last = 0;
        while (last < Math.min(wrong.size(), right.size()) - first
                && wrong.get(wrong.size() - 1 - last).equals(right.get(right.size() - 1 - last))) {
            last++;
        }
        var bad = part(wrong, first, last);
        var good = part(right, first, last);
        return new RulesPage.Example(text(bad), text(good));
    }

    private static List<String> lines(Design design) {
        return ProjectFile.print(design).lines().toList();
    }

    /// With a line around, to say where it is.
    private static List<String> part(List<String> lines, int first, int last) {
        return lines.subList(
                Math.max(0, first - 1), Math.min(lines.size(), lines.size() - last + 1));
    }

    private static String text(List<String> lines) {
        var some = new ArrayList<>(lines);
        if (lines.size() > LONGEST) {
            var middle = some.subList(LONGEST - LAST, some.size() - LAST);
            var left = middle.size();
            middle.clear();
            some.add(
                    LONGEST - LAST,
                    indent(lines.get(LONGEST - LAST)) + "… " + left + " more lines");
        }
        return some.stream()
                .map(RulesPageTest::narrow)
                .collect(Collectors.joining("\n"))
                .stripIndent();
    }

    private static String indent(String line) {
        return " ".repeat(line.length() - line.stripLeading().length());
    }

    /// A line that can be read without scrolling.
    private static String narrow(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 2) + "…";
    }
}
