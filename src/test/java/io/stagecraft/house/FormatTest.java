package io.stagecraft.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every source file is laid out by google-java-format, AOSP style. `mvn test -Dtest=FormatTest -Dformat=write` lays them out.
class FormatTest {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(false)
                            .build());

    @Test
    void everyFileIsLaidOut() throws Exception {
        var write = "write".equals(System.getProperty("format"));
        var crooked = new ArrayList<Path>();
        for (var file : sources()) {
            var text = Files.readString(file);
            var laidOut = laidOut(text);
            if (!laidOut.equals(text)) {
                if (write) {
                    Files.writeString(file, laidOut);
                } else {
                    crooked.add(file);
                }
            }
        }
        assertEquals(
                List.of(), crooked, "lay these out: mvn test -Dtest=FormatTest -Dformat=write");
    }

    private static List<Path> sources() throws Exception {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String laidOut(String text) throws Exception {
        return FORMATTER.formatSource(
                RemoveUnusedImports.removeUnusedImports(
                        ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.AOSP)));
    }
}
