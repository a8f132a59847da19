package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the program as a whole answers: help, wrong usage, what cannot be read.
class CliTest {
    @TempDir private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void everyCommandInTheListExplainsItself() {
        var commands =
                terminal.run("--help")
                        .out()
                        .lines()
                        .dropWhile(l -> !l.startsWith("Commands:"))
                        .skip(1)
                        .takeWhile(l -> l.startsWith("  "))
                        .map(l -> l.strip().split("\\s+")[0])
                        .toList();
        assertTrue(
                commands.containsAll(List.of("open", "new", "validate", "iam", "export", "rules")),
                commands.toString());
        for (var command : commands) {
            var help = terminal.run(command, "--help");
            assertEquals(Cli.FINE, help.code());
            assertEquals("", help.err());
            assertTrue(help.out().startsWith("Usage: stagecraft " + command), help.out());
        }
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertEquals(Cli.FINE, terminal.run().code());
        assertEquals(List.of("open the starter"), terminal.screened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "validate",
                "validate a b",
                "validate --format xml a",
                "export a --to terraform",
                "export a --out b",
                "export a --to fortran --out b",
                "new",
                "new --out x --template nobodys",
                "rules SC999",
                "providers Fortran",
                "--frob"
            })
    void wrongUsageIsOneLineOnStandardErrorAndCode2(String line) {
        var result = terminal.run((Object[]) line.split(" "));
        assertEquals(Cli.WRONG_USAGE, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("stagecraft: "), result.err());
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate,        There is no command \"frobnicate\"",
        "validate a b,      \"b\" is one argument too many",
        "validate a --frob, There is no option --frob"
    })
    void whatIsTooMuchIsNamed(String line, String words) {
        var err = terminal.run((Object[]) line.split(" ")).err();
        assertTrue(err.contains(words), err);
    }

    @Test
    void helpIsACommandToo() {
        assertEquals(terminal.run("--help"), terminal.run("help"));
        assertEquals(terminal.run("import", "--help"), terminal.run("help", "import"));
    }

    @Test
    void aResultThatDoesNotGetOutFailsTheCommand() {
        var full =
                new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        var err = new StringWriter();
        var tools = new Tools(terminal, CatalogFiles::load, _ -> Optional.empty());
        var code = new Cli(tools, new PrintWriter(full), new PrintWriter(err)).run("rules");
        assertEquals(Cli.WRONG_USAGE, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void aSlipInACommandIsGuessed() {
        assertTrue(terminal.run("exprot").err().contains("export"), terminal.run("exprot").err());
        assertTrue(
                terminal.run("validate", "--fromat", "json")
                        .err()
                        .contains("stagecraft validate --help"));
    }

    @Test
    void aFileThatIsNoDesignIsCalledByItsName() throws Exception {
        var files =
                List.of(
                        Files.writeString(folder.resolve("text.json"), "hello"),
                        Files.writeString(folder.resolve("cut.json"), "{\"stagecraft\": 1, \"pipe"),
                        Files.writeString(folder.resolve("newer.json"), "{\"stagecraft\": 999}"),
                        Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xff, 0, 1}),
                        folder,
                        folder.resolve("missing.json"));
        for (var file : files) {
            for (var command : List.of("validate", "iam", "open")) {
                var result = terminal.run(command, file);
                assertEquals(Cli.WRONG_USAGE, result.code(), result.err());
                assertTrue(result.err().contains(file.toString()), result.err());
                assertEquals(1, result.err().lines().count(), result.err());
            }
        }
        assertEquals(List.of(), terminal.screened, "no window comes up for what cannot be read");
    }
}
