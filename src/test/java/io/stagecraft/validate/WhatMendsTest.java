package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;
import io.stagecraft.project.ProjectFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Where each problem of the pairs is shown, how bad it is, what mends it, and what the mend changes in the file.
///
/// The list beside this test is read line by line before it is written anew: a mend that does more than it says, or a problem
/// that points elsewhere, shows there.
class WhatMendsTest {
    private static final Path LIST =
            Path.of("src/test/resources/io/stagecraft/validate/what-mends.txt");
    private static final int MOST = 3;
    private static final Validator VALIDATOR = new Validator(CatalogFiles.load());

    @Test
    void everyProblemPointsToItsPlaceAndEveryMendDoesWhatItSays() throws IOException {
        var list = Cases.all().stream().map(WhatMendsTest::of).collect(Collectors.joining("\n"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, list);
        }
        assertEquals(Files.readString(LIST), list, "mvn test -Dtest=WhatMendsTest -Dgolden=write");
    }

    private static String of(Cases.Case pair) {
        var lines = new ArrayList<String>();
        VALIDATOR.check(pair.wrong()).stream()
                .filter(p -> p.rule().id().equals(pair.rule()))
                .limit(MOST)
                .forEach(p -> {
                    lines.add(p.rule().id() + " " + p.rule().severity() + " " + place(p));
                    p.fixes().forEach(f -> lines.addAll(mend(pair.wrong(), f)));
                });
        return String.join("\n", lines) + "\n";
    }

    /// With ids as they stand in the file.
    private static String place(Problem problem) {
        return problem.about().toString().replaceAll("\\w+Id\\[value=(\\w+)]", "$1");
    }

    private static List<String> mend(Design wrong, Fix fix) {
        var lines = new ArrayList<String>();
        lines.add("  " + fix.label() + " (" + fix.edit().title(wrong) + ")");
        var before = ProjectFile.print(wrong).lines().toList();
        var after = ProjectFile.print(fix.edit().apply(wrong)).lines().toList();
        int first = 0;
        while (first < Math.min(before.size(), after.size())
                && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < Math.min(before.size(), after.size()) - first
                && before.get(before.size() - 1 - last)
                        .equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        lines.add(changed("    - ", before, first, last));
        lines.add(changed("    + ", after, first, last));
        return lines;
    }

    /// What lies between the lines that are alike, in one line and not too long a one.
    private static String changed(String mark, List<String> lines, int first, int last) {
        var text =
                lines.subList(first, lines.size() - last).stream()
                        .map(String::strip)
                        .collect(Collectors.joining(" "));
        return (mark
                        + (text.length() > 300
                                ? text.substring(0, 300) + "… " + text.hashCode()
                                : text))
                .stripTrailing();
    }
}
