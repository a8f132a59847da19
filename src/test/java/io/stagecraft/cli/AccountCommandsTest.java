package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Commands that work in an account: here a Practice account of the test's own.
class AccountCommandsTest {
    @TempDir private Path folder;

    private final Terminal terminal = new Terminal();
    private PracticeAccount account;
    private Path release;

    @BeforeEach
    void open() throws Exception {
        account = PracticeAccount.open(PracticeAccount.Options.at(1000));
        release = folder.resolve("release.json");
        ProjectFile.write(release, TemplateShelf.open("release"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private Terminal.Result deploy(Object... more) {
        var args = new java.util.ArrayList<Object>();
        args.addAll(java.util.List.of("deploy", release, "--endpoint-url", account.endpoint()));
        args.addAll(java.util.List.of(more));
        return terminal.run(args.toArray());
    }

    @Test
    void aPlanIsShownAndNothingIsLeftOfIt() {
        var planned = deploy("--plan");
        assertEquals(Cli.FINE, planned.code(), planned.err());
        assertTrue(planned.out().contains("+ Add     AWS::CodePipeline::Pipeline"), planned.out());
        assertEquals(
                planned.out(), deploy("--plan").out(), "the second plan starts from nothing too");
    }

    @Test
    void withNobodyToAskNothingIsCarriedOut() {
        var refused = deploy();
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertTrue(refused.err().contains("--yes"), refused.err());
        assertFalse(refused.out().contains("CREATE_COMPLETE"), refused.out());
    }

    @Test
    void aNoIsRespectedAndAYesCarriesItOut() {
        terminal.answer = Optional.of("n");
        assertEquals(Cli.WRONG_USAGE, deploy().code());
        terminal.answer = Optional.of("y");
        var deployed = deploy();
        assertEquals(Cli.FINE, deployed.code(), deployed.err());
        assertTrue(deployed.out().contains("CREATE_COMPLETE"), deployed.out());
        assertTrue(deployed.out().contains("PipelineName = orders-release"), deployed.out());
    }

    @Test
    void deployingTwiceChangesNothingAndRemovingTakesItAway() {
        deploy("--yes");
        var second = deploy("--yes");
        assertEquals(Cli.FINE, second.code(), second.err());
        assertTrue(second.out().contains("Nothing to change."), second.out());
        var removed = deploy("--remove", "--yes");
        assertEquals(Cli.FINE, removed.code(), removed.err());
        assertTrue(removed.out().contains("DELETE_COMPLETE"), removed.out());
        assertTrue(deploy("--plan").out().contains("+ Add     AWS::CodePipeline::Pipeline"));
    }

    @Test
    void aDesignWithErrorsIsNotDeployed() throws Exception {
        var design = TemplateShelf.open("release");
        ProjectFile.write(release, design.withStages(design.stages().reversed()));
        var refused = deploy("--yes");
        assertEquals(Cli.FAILED, refused.code());
        assertTrue(refused.err().contains("stagecraft validate"), refused.err());
    }

    @Test
    void whereHasToBeSaid() {
        assertTrue(terminal.run("deploy", release).err().contains("--practice"));
        assertEquals(Cli.WRONG_USAGE, terminal.run("run", "orders-release").code());
        assertEquals(Cli.WRONG_USAGE, terminal.run("watch", "x", "--endpoint-url", "here").code());
        assertEquals(
                Cli.WRONG_USAGE, terminal.run("run", "x", "--practice", "--profile", "p").code());
    }

    @Test
    void anAccountThatIsNotThereIsOneLine() {
        var refused = terminal.run("run", "x", "--endpoint-url", "http://127.0.0.1:1");
        assertEquals(Cli.FAILED, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("stagecraft practice"), refused.err());
    }

    @Test
    void aTakenPortAndAnOddSpeedAreRefused() {
        var taken = terminal.run("practice", "--port", account.endpoint().getPort());
        assertEquals(Cli.WRONG_USAGE, taken.code());
        assertTrue(taken.err().contains("--port"), taken.err());
        assertEquals(Cli.WRONG_USAGE, terminal.run("practice", "--port", "70000").code());
        assertEquals(
                Cli.WRONG_USAGE, terminal.run("practice", "--port", "0", "--speed", "0").code());
    }

    @Test
    void whatIsNoPipelineIsNotImported() throws Exception {
        var source = Files.writeString(folder.resolve("source.json"), "{\"hello\": 1}");
        var refused = terminal.run("import", source, "--out", folder.resolve("new.json"));
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertTrue(refused.err().contains(source.toString()), refused.err());
        assertFalse(Files.exists(folder.resolve("new.json")));
    }

    @Test
    void anExportedPipelineComesBack() throws Exception {
        terminal.run("export", release, "--to", "codepipeline", "--out", folder);
        var json = Files.list(folder).filter(f -> !f.equals(release)).findFirst().orElseThrow();
        var imported = terminal.run("import", json, "--out", folder.resolve("back.json"));
        assertEquals(Cli.FINE, imported.code(), imported.err());
        assertEquals("orders-release", ProjectFile.read(folder.resolve("back.json")).name());
    }
}
