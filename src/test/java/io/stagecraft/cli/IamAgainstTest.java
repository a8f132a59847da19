package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.json.Json;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// `stagecraft iam FILE --against …`
class IamAgainstTest {
    @TempDir private Path folder;

    private final Terminal terminal = new Terminal();
    private Path release;

    @BeforeEach
    void write() throws Exception {
        release = folder.resolve("release.json");
        ProjectFile.write(release, TemplateShelf.open("release"));
    }

    @Test
    void everyStartersOwnExportIsEnoughAndNowhereTooWide() throws Exception {
        for (var starter : TemplateShelf.list()) {
            var file = folder.resolve(starter.name() + ".json");
            ProjectFile.write(file, TemplateShelf.open(starter.name()));
            var out = folder.resolve(starter.name());
            terminal.run("export", file, "--to", "cloudformation", "--out", out);
            try (var stacks = Files.list(out)) {
                for (var stack : stacks.toList()) {
                    for (var role : roles(Files.readString(stack))) {
                        var result = terminal.run("iam", file, "--against", stack, "--role", role);
                        var where = starter.name() + " " + stack.getFileName() + " " + role;
                        if (!result.out().startsWith(role + " against")) {
                            continue; // a role whose needs are no statements of ours
                        }
                        assertEquals(Cli.FINE, result.code(), where + "\n" + result.out());
                        assertFalse(result.out().contains("Wider"), where + "\n" + result.out());
                        assertFalse(result.out().contains("Cannot"), where + "\n" + result.out());
                    }
                }
            }
        }
    }

    private static Iterable<String> roles(String template) {
        return java.util.regex.Pattern.compile("(?m)^  (\\w+):\\n    Type: AWS::IAM::Role")
                .matcher(template)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void aStatementTakenOutIsMissedByItsActionAndReason() throws Exception {
        var out = folder.resolve("out");
        terminal.run("export", release, "--to", "cloudformation", "--out", out);
        var stack = out.resolve("orders-release.yaml");
        Files.writeString(
                stack,
                Files.readString(stack).replace("codebuild:StartBuild", "codebuild:StopBuild"));
        var result = terminal.run("iam", release, "--against", stack, "--role", "PipelineRole");
        assertEquals(Cli.FAILED, result.code());
        assertTrue(result.out().contains("Missing\n  codebuild:StartBuild\n    on "), result.out());
        assertTrue(
                result.out().contains("    for Build/Package: starts and follows"), result.out());
        assertTrue(result.out().contains("codebuild:StopBuild"), "and what is there instead");
    }

    @Test
    void forAMachineItIsJson() throws Exception {
        var policy = folder.resolve("p.json");
        Files.writeString(
                policy,
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}");
        var result = terminal.run("iam", release, "--against", policy, "--format", "json");
        assertEquals(Cli.FAILED, result.code());
        Json.parse(result.out());
        assertTrue(result.out().contains("\"enough\": false"), result.out());
        assertTrue(result.out().contains("\"excess\": \"wide-actions\""), result.out());
    }

    @Test
    void severalPoliciesCountTogetherAndABoundaryAgainstThem() throws Exception {
        var all = folder.resolve("all.json");
        Files.writeString(
                all,
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
        var no = folder.resolve("no.json");
        Files.writeString(
                no,
                "{\"Statement\": {\"Sid\": \"No\", \"Effect\": \"Deny\", \"Action\": \"sns:*\", \"Resource\": \"*\"}}");
        assertEquals(Cli.FINE, terminal.run("iam", release, "--against", all).code());
        var denied = terminal.run("iam", release, "--against", all, "--against", no);
        assertEquals(Cli.FAILED, denied.code());
        assertTrue(denied.out().contains("because denied by No of the identity-based policy"));
        var limited = terminal.run("iam", release, "--against", all, "--boundary", no);
        assertTrue(limited.out().contains("of the permissions boundary"), limited.out());
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() throws Exception {
        var none = terminal.run("iam", release, "--against", folder.resolve("none.json"));
        assertEquals(Cli.WRONG_USAGE, none.code());
        assertEquals(1, none.err().lines().count(), none.err());
        var broken = folder.resolve("broken.json");
        Files.writeString(
                broken, "{\"Statement\": [{\"Effect\": \"Perhaps\", \"Action\": \"*\"}]}");
        var refused = terminal.run("iam", release, "--against", broken);
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertTrue(refused.err().contains("Effect has to be Allow or Deny"), refused.err());
        var alone = terminal.run("iam", release, "--role", "PipelineRole");
        assertEquals(Cli.WRONG_USAGE, alone.code());
        var nobody = terminal.run("iam", release, "--against", broken, "--of", "Nobody");
        assertTrue(nobody.err().contains("--of one of PipelineRole, "), nobody.err());
    }
}
