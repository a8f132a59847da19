package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program as a process of its own: what only shows there.
class ProgramTest {
    @TempDir private Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended java(List<String> options, Object... args) throws Exception {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.stagecraft.app.Stagecraft"));
        for (var arg : args) {
            line.add(arg.toString());
        }
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var code =
                new ProcessBuilder(line).redirectOutput(out).redirectError(err).start().waitFor();
        return new Ended(
                code,
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    @Test
    void theCommandLineLoadsNoWindow() throws Exception {
        var release = folder.resolve("release.json");
        ProjectFile.write(release, TemplateShelf.open("release"));
        var classes = folder.resolve("classes");
        var log = List.of("-Xlog:class+load:file=" + classes);
        assertEquals(0, java(log, "validate", release).code());
        var loaded = new ArrayList<>(Files.readAllLines(classes));
        assertEquals(
                0, java(log, "export", release, "--to", "cloudformation", "--out", folder).code());
        loaded.addAll(Files.readAllLines(classes));
        assertTrue(loaded.stream().anyMatch(l -> l.contains("io.stagecraft.validate.Validator")));
        for (var window :
                List.of(
                        " javafx.",
                        " com.sun.javafx.",
                        " atlantafx.",
                        " software.amazon.awssdk.")) {
            assertFalse(
                    loaded.stream().anyMatch(l -> l.contains(window)),
                    () ->
                            loaded.stream()
                                    .filter(l -> l.contains(window))
                                    .findFirst()
                                    .orElseThrow());
        }
    }

    @Test
    void aPictureIsMadeWithoutAHomeFolderAndWithoutAWordOnThat() throws Exception {
        var release = folder.resolve("release.json");
        ProjectFile.write(release, TemplateShelf.open("release"));
        var picture = folder.resolve("release.png");
        var homeless =
                List.of(
                        "-Duser.home=" + release.resolve("home"), // below a file there is no folder
                        "-Djava.io.tmpdir=" + folder,
                        "--enable-native-access=ALL-UNNAMED");
        var ended = java(homeless, "render", release, "--out", picture);
        assertEquals(0, ended.code(), ended.err());
        assertTrue(Files.size(picture) > 10_000);
        assertFalse(ended.err().contains("cache"), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    @Test
    void theExitCodeAndTheStreamsReachTheShell() throws Exception {
        var wrong = java(List.of(), "validate", folder.resolve("none.json"));
        assertEquals(2, wrong.code());
        assertEquals("", wrong.out());
        assertEquals(1, wrong.err().lines().count(), wrong.err());
        var version = java(List.of(), "--version");
        assertEquals(0, version.code());
        assertTrue(version.out().matches("Stagecraft \\d+\\.\\d+\\.\\d+\\R"), version.out());
    }
}
