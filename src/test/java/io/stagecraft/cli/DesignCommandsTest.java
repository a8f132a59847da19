package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.json.Json;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Waiver;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Commands that read a design and tell or write something about it.
class DesignCommandsTest {
    @TempDir private Path folder;

    private final Terminal terminal = new Terminal();
    private Path release;
    private Path lateSource;

    @BeforeEach
    void write() throws Exception {
        release = folder.resolve("release.json");
        ProjectFile.write(release, TemplateShelf.open("release"));
        lateSource = folder.resolve("late.json");
        var design = TemplateShelf.open("release");
        ProjectFile.write(lateSource, design.withStages(design.stages().reversed()));
    }

    @Test
    void aNewFileIsTheStarter() throws Exception {
        var file = folder.resolve("mine.json");
        assertEquals(Cli.FINE, terminal.run("new", "--template", "minimal", "--out", file).code());
        assertEquals(TemplateShelf.open("minimal"), ProjectFile.read(file));
    }

    @Test
    void aFileThatIsThereIsNotWrittenOverUnasked() throws Exception {
        var before = Files.readString(release);
        var refused = terminal.run("new", "--template", "minimal", "--out", release);
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertEquals(before, Files.readString(release));
        assertEquals(
                Cli.FINE,
                terminal.run("new", "--template", "minimal", "--out", release, "--force").code());
        for (var force : List.of(List.of(), List.of("--force"))) {
            var args = new java.util.ArrayList<Object>(List.of("new", "--out", folder));
            args.addAll(force);
            assertEquals(
                    "stagecraft: "
                            + folder
                            + " is a folder. Name the file that the design goes to.\n",
                    terminal.run(args.toArray()).err());
        }
        assertFalse(before.equals(Files.readString(release)));
    }

    @Test
    void everyStarterIsListedAndFine() {
        var listed = terminal.run("templates").out();
        for (var template : TemplateShelf.list()) {
            assertTrue(listed.contains(template.name() + "  "), listed);
            var file = folder.resolve(template.name() + "-new.json");
            terminal.run("new", "--template", template.name(), "--out", file);
            var checked = terminal.run("validate", file);
            assertEquals(Cli.FINE, checked.code(), checked.out());
            assertEquals("", checked.err());
        }
    }

    @Test
    void problemsAreResultsAndTheExitCodeIs1() {
        var result = terminal.run("validate", lateSource);
        assertEquals(Cli.FAILED, result.code());
        assertEquals("", result.err());
        assertTrue(result.out().contains("error SC101 Source/GitHub: "), result.out());
        assertTrue(result.out().contains("    fix: "), result.out());
    }

    @Test
    void jsonSaysTheSameToAMachine() {
        var json =
                (Json.Obj)
                        Json.parse(terminal.run("validate", lateSource, "--format", "json").out());
        assertTrue(((Json.Num) json.members().get("errors")).text().matches("[1-9]\\d*"));
        var problems = ((Json.Arr) json.members().get("problems")).items();
        assertTrue(
                problems.stream()
                        .map(p -> ((Json.Obj) p).members())
                        .anyMatch(p ->
                                p.get("rule").equals(Json.of("SC101"))
                                        && p.get("action").equals(Json.of("GitHub"))));
    }

    @Test
    void whatTheDesignSwitchesOffIsCountedAndSaidOnRequest() throws Exception {
        var idle = new Environment(new EnvironmentId("e9"), "Spare", "", "eu-west-3", "#123456");
        var design = TemplateShelf.open("minimal");
        var quiet = folder.resolve("quiet.json");
        ProjectFile.write(
                quiet,
                design.withEnvironments(List.of(design.home(), idle))
                        .withWaivers(List.of(new Waiver("SC906", "Spare is used next month"))));
        var brief = terminal.run("validate", quiet).out();
        assertTrue(
                brief.strip().endsWith("; 1 switched off in the design (--all says which)"), brief);
        assertFalse(brief.contains("SC906"), brief);
        var whole = terminal.run("validate", quiet, "--all").out();
        assertTrue(whole.contains("switched off SC906"), whole);
        assertTrue(whole.contains("because: Spare is used next month"), whole);
        var json =
                (Json.Obj)
                        Json.parse(
                                terminal.run("validate", quiet, "--all", "--format", "json").out());
        assertEquals("1", ((Json.Num) json.members().get("switchedOff")).text());
        var sarif = terminal.run("validate", quiet, "--all", "--format", "sarif").out();
        assertTrue(sarif.contains("\"justification\": \"Spare is used next month\""), sarif);
    }

    @Test
    void sarifPointsAtTheLineOfTheAction() throws Exception {
        var json =
                Json.parse(terminal.run("validate", lateSource, "--format", "sarif").out())
                        .compact();
        var lines = Files.readAllLines(lateSource);
        var line =
                1
                        + lines.indexOf(
                                lines.stream()
                                        .filter(l -> l.contains("\"id\": \"a1\""))
                                        .findFirst()
                                        .orElseThrow());
        assertTrue(json.contains("\"ruleId\":\"SC101\""), json);
        assertTrue(json.contains("\"region\":{\"startLine\":" + line + "}"), json);
    }

    @Test
    void anExportIsTheSameBytesEveryTime() throws Exception {
        for (var form : ExportCommand.Form.values()) {
            var first =
                    terminal.run(
                            "export",
                            release,
                            "--to",
                            Words.of(form),
                            "--out",
                            folder.resolve("one"));
            assertEquals(Cli.FINE, first.code(), first.err());
            terminal.run("export", release, "--to", Words.of(form), "--out", folder.resolve("two"));
            for (var path : first.out().lines().map(Path::of).toList()) {
                assertEquals(
                        -1,
                        Files.mismatch(path, folder.resolve("two").resolve(path.getFileName())));
            }
        }
    }

    @Test
    void notesOfAnExportStayOffStandardOutput() {
        var result = terminal.run("export", release, "--to", "cloudformation", "--out", folder);
        assertEquals(
                List.of(folder.resolve("orders-release.yaml").toString()),
                result.out().lines().toList());
        assertTrue(result.err().contains("handshake"), result.err());
    }

    @Test
    void anExportOfWhatAwsWouldRefuseSaysSo() {
        var result = terminal.run("export", lateSource, "--to", "codepipeline", "--out", folder);
        assertEquals(Cli.FINE, result.code());
        assertTrue(
                result.err().contains("AWS would refuse it. See: stagecraft validate"),
                result.err());
        var fine = terminal.run("export", release, "--to", "codepipeline", "--out", folder);
        assertTrue(!fine.err().contains("AWS would refuse it"), fine.err());
    }

    @Test
    void anExportIntoAFileIsRefused() {
        var result =
                terminal.run(
                        "export",
                        release,
                        "--to",
                        "cloudformation",
                        "--out",
                        release.resolve("below"));
        assertEquals(Cli.WRONG_USAGE, result.code());
        assertTrue(result.err().contains("--out"), result.err());
    }

    @Test
    void permissionsSayForWhomAndWhy() {
        var text = terminal.run("iam", release).out();
        assertTrue(text.contains("codebuild:StartBuild"), text);
        assertTrue(text.contains("    for Build/Package: "), text);
        var json = terminal.run("iam", release, "--format", "json").out();
        assertTrue(json.contains("\"holder\""), json);
        Json.parse(json);
    }

    @Test
    void aPictureIsAskedOfTheScreenByItsEnding() {
        assertEquals(
                Cli.FINE, terminal.run("render", release, "--out", folder.resolve("a.png")).code());
        assertEquals(List.of("draw orders-release to a.png"), terminal.screened);
        var wrong = terminal.run("render", release, "--out", folder.resolve("a.gif"));
        assertEquals(Cli.WRONG_USAGE, wrong.code());
        assertTrue(wrong.err().contains(".png"), wrong.err());
    }

    @Test
    void oneRuleAndOneProviderCanBeAskedFor() {
        var rule = terminal.run("rules", "sc101").out();
        assertTrue(rule.startsWith("SC101  error  "), rule);
        assertTrue(rule.contains("https://"), rule);
        var provider = terminal.run("providers", "codebuild").out();
        assertTrue(provider.contains("ProjectName (required)"), provider);
        Json.parse(terminal.run("providers", "--format", "json").out());
        Json.parse(terminal.run("rules", "--format", "json").out());
        Json.parse(terminal.run("templates", "--format", "json").out());
    }
}
