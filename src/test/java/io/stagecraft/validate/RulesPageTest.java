package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The page of rules is as the rules are; `-Ddocs=write` prints it anew.
class RulesPageTest {
    private static final Path PAGE = Path.of("packaging/docs/rules.md");
    private static final int LONGEST = 24;

    @Test
    void thePageSaysWhatTheRulesSay() throws IOException {
        var page = RulesPage.of(Validator.rules(), RulesPageTest::example);
        if ("write".equals(System.getProperty("docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page, "mvn test -Dtest=RulesPageTest -Ddocs=write");
    }

    /// The lines of the project file that differ, where they are few enough to read.
    private static Optional<RulesPage.Example> example(String rule) {
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
        return bad.size() > LONGEST || good.size() > LONGEST
                ? Optional.empty()
                : Optional.of(new RulesPage.Example(text(bad), text(good)));
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
        return String.join("\n", lines).stripIndent();
    }
}
