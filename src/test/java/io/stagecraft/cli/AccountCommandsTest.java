package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Target;
import io.stagecraft.model.Design;
import io.stagecraft.model.Transition;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Commands that work in an account: here a Practice account of the test's own.
class AccountCommandsTest {
    @TempDir private Path folder;

    private static final String CONNECTION =
            "arn:aws:codeconnections:eu-west-1:111122223333:connection/4f1d2c9a-0d8e-4a55-9f3a-6b1f2d3c4e5f";

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
    void aRunIsFollowedWhereTheDesignSaysThatItIs() throws Exception {
        var source =
                Files.writeString(
                        folder.resolve("source"),
                        """
                        {"name":"parcels","stages":[
                         {"name":"Source","actions":[{"name":"Fetch","region":"ap-southeast-2","actionTypeId":{"category":
                          "Source","owner":"AWS","provider":"CodeCommit","version":"1"},"configuration":{"RepositoryName":
                          "parcels","BranchName":"main","PollForSourceChanges":"true"},"outputArtifacts":[{"name":"Parcels"}]}]},
                         {"name":"Ask","actions":[{"name":"Ask","actionTypeId":{"category":"Approval","owner":"AWS",
                          "provider":"Manual","version":"1"}}]}]}\
                        """);
        var design = folder.resolve("parcels.json");
        terminal.run("import", source, "--out", design);
        var told = terminal.run("deploy", design, "--endpoint-url", account.endpoint(), "--yes");
        assertTrue(told.err().contains("--region ap-southeast-2"), told.err());
        var followed =
                terminal.run(
                        "deploy",
                        design,
                        "--endpoint-url",
                        account.endpoint(),
                        "--run",
                        "--approve");
        assertTrue(followed.out().contains("Ask/Ask"), followed.out() + followed.err());
        assertTrue(
                followed.err()
                        .contains(
                                "Stand-ins for what the design takes as given: CodeCommit::Repository parcels"),
                followed.err());
    }

    @Test
    void aLivePipelineComesWithItsTagsAndClosedTransitions() throws Exception {
        var before = ProjectFile.read(release);
        var tags = new java.util.LinkedHashMap<>(java.util.Map.of("team", "parcels"));
        ProjectFile.write(release, before.withTags(tags));
        deploy("--yes", "--set", "SourceConnectionArn=" + CONNECTION);
        var name = before.name();
        var last = before.stages().getLast().name();
        try (var runs = new LiveRuns(Target.practice(account.endpoint()))) {
            runs.close(name, last, "Nobody is there on Fridays");
        }
        var imported = live(name);
        assertEquals(Cli.FINE, imported.code(), imported.err());
        var after = ProjectFile.read(folder.resolve("live.json"));
        assertEquals(
                before.stages().stream().map(s -> s.name()).toList(),
                after.stages().stream().map(s -> s.name()).toList());
        assertEquals(tags, after.tags());
        assertEquals("eu-west-1", after.home().region());
        assertEquals(
                new Transition.Closed("Nobody is there on Fridays"),
                after.stages().getLast().inbound());
        assertEquals(Transition.OPEN, after.stages().get(1).inbound());
    }

    @Test
    void aLivePipelineThatIsNotThereIsOneLine() {
        var refused = live("parcels");
        assertEquals(Cli.FAILED, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("no pipeline of that name"), refused.err());
        assertEquals(Cli.WRONG_USAGE, terminal.run("import", "--out", folder.resolve("x")).code());
        assertEquals(
                Cli.WRONG_USAGE,
                terminal.run("import", release, "--live", "x", "--out", folder.resolve("x"))
                        .code());
    }

    private Terminal.Result live(String name) {
        return terminal.run(
                "import",
                "--live",
                name,
                "--endpoint-url",
                account.endpoint(),
                "--out",
                folder.resolve("live.json"));
    }

    @Test
    void aVariableWithoutADefaultIsGivenAtTheStart() throws Exception {
        var source =
                Files.writeString(
                        folder.resolve("source"),
                        """
                        {"name":"parcels","pipelineType":"V2","variables":[{"name":"WHERE"}],"stages":[
                         {"name":"Source","actions":[{"name":"Fetch","actionTypeId":{"category":
                          "Source","owner":"AWS","provider":"CodeCommit","version":"1"},"configuration":{"RepositoryName":
                          "parcels","BranchName":"main","PollForSourceChanges":"false"},"outputArtifacts":[{"name":"Parcels"}]}]},
                         {"name":"Ask","actions":[{"name":"Ask","actionTypeId":{"category":"Approval","owner":"AWS",
                          "provider":"Manual","version":"1"},"configuration":{"CustomData":"#{variables.WHERE}"}}]}]}\
                        """);
        var design = folder.resolve("parcels.json");
        terminal.run("import", source, "--out", design);
        terminal.run("deploy", design, "--endpoint-url", account.endpoint(), "--yes");
        var run = List.of("run", "parcels", "--endpoint-url", account.endpoint(), "--no-follow");
        var without = terminal.run(run.toArray());
        assertEquals(Cli.FAILED, without.code());
        assertTrue(without.err().contains("The variable WHERE of pipeline"), without.err());
        assertTrue(without.err().contains("--variable WHERE=VALUE"), without.err());
        var with = new ArrayList<Object>(run);
        with.add("--variable");
        with.add("WHERE=Antwerp");
        assertEquals(Cli.FINE, terminal.run(with.toArray()).code());
    }

    @Test
    void severalAccountsAreOneInThePracticeAccount() throws Exception {
        var design = folder.resolve("accounts.json");
        ProjectFile.write(design, TemplateShelf.open("accounts"));
        var deployed =
                terminal.run(
                        "deploy",
                        design,
                        "--endpoint-url",
                        account.endpoint(),
                        "--yes",
                        "--run",
                        "--approve");
        assertEquals(Cli.FINE, deployed.code(), deployed.err());
        assertTrue(deployed.out().contains("PipelineName = payments"), deployed.out());
        assertTrue(
                deployed.out().matches("(?s).*Production/DeployAmerica +Succeeded.*"),
                deployed.out());
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
    void aPracticeAccountOnAnotherPortIsInReachOfEveryCommand() throws Exception {
        var here = List.of("--practice", "--port", account.endpoint().getPort());
        var deployed = at(here, "deploy", release, "--yes");
        assertEquals(Cli.FINE, deployed.code(), deployed.err());
        assertTrue(
                deployed.err()
                        .matches(
                                "(?s).*Execution [0-9a-f-]{36} has started already, as every new pipeline does. "
                                        + "Follow it with: stagecraft watch orders-release --practice --port "
                                        + account.endpoint().getPort()
                                        + "\n"),
                deployed.err());
        assertFalse(at(here, "deploy", release, "--yes").err().contains("has started"));
        assertEquals(
                Cli.FINE,
                at(here, "import", "--live", "orders-release", "--out", folder.resolve("live"))
                        .code());
        assertEquals(Cli.FINE, at(here, "run", "orders-release", "--no-follow").code());
    }

    private Terminal.Result at(List<?> account, Object... args) {
        var all = new ArrayList<Object>(List.of(args));
        all.addAll(account);
        return terminal.run(all.toArray());
    }

    @Test
    void aPortWithoutAPracticeAccountIsOneLine() {
        var nobody = terminal.run("deploy", release, "--practice", "--port", "1", "--yes");
        assertEquals(Cli.FAILED, nobody.code());
        assertEquals(
                "stagecraft: No Practice account listens at 127.0.0.1:1. "
                        + "Start one with: stagecraft practice --port 1\n",
                nobody.err());
        var alone = terminal.run("run", "x", "--region", "eu-west-1", "--port", "1");
        assertEquals(Cli.WRONG_USAGE, alone.code());
        assertTrue(alone.err().contains("--practice"), alone.err());
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
        assertTrue(refused.err().startsWith("stagecraft: Starting pipeline x"), refused.err());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{}} | a CloudFormation template",
                "Resources: { P: { Type: 'AWS::CodePipeline::Pipeline' } }      | a CloudFormation template",
                "resource \"aws_codepipeline\" \"parcels\" {}                   | Terraform",
                "{\"pipelines\":[{\"name\":\"parcels\"}]}                       | no pipeline in it",
                "[{\"pipeline\":{}}]                                           | no object",
                "{\"pipeline\":null}                                           | no pipeline in it",
                "// parcels                                                  | JSON has none",
                "{\"pipeline\":{\"name\":                                      | ends too early",
                "{\"stages\":[],\"name\":1,\"name\":2}                          | \"name\" stands there twice"
            })
    void whatElseComesAlongIsCalledWhatItIs(String text, String words) throws Exception {
        var source = Files.writeString(folder.resolve("source"), text);
        var refused = terminal.run("import", source, "--out", folder.resolve("new.json"));
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains(words), refused.err());
    }

    @Test
    void aFolderIsNoPipeline() {
        var refused = terminal.run("import", folder, "--out", folder.resolve("new.json"));
        assertEquals(Cli.WRONG_USAGE, refused.code());
        assertTrue(refused.err().contains("It is a folder"), refused.err());
    }

    /// `>` of Windows PowerShell writes UTF-16, and of Notepad's UTF-8 some has a mark.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void whatWindowsWritesIsRead(String charset) throws Exception {
        var text = "\uFEFF{\"name\":\"parcels\",\"stages\":[]}";
        var source = Files.write(folder.resolve("source"), text.getBytes(charset));
        var imported = terminal.run("import", source, "--out", folder.resolve("new.json"));
        assertEquals(Cli.FINE, imported.code(), imported.err());
        assertEquals("parcels", ProjectFile.read(folder.resolve("new.json")).name());
    }

    @Test
    void whatMovesACursorOrLeavesTheFolderStaysHarmless() throws Exception {
        var name = "../\\u001b[2J\\u202e\\nparcels";
        var source =
                Files.writeString(
                        folder.resolve("source"), "{\"name\":\"" + name + "\",\"stages\":[]}");
        var design = folder.resolve("new.json");
        terminal.run("import", source, "--out", design);
        var checked = terminal.run("validate", design);
        assertTrue(checked.out().contains("../\uFFFD[2J\uFFFD parcels"), checked.out());
        var out = folder.resolve("deep");
        var exported = terminal.run("export", design, "--to", "codepipeline", "--out", out);
        assertEquals(Cli.FINE, exported.code(), exported.err());
        try (var files = Files.list(out)) {
            assertEquals(
                    List.of("..---2J--parcels.pipeline.json"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void aDesignWithErrorsIsExportedUnderANameThatShowsAndWithAWord() throws Exception {
        var nameless = folder.resolve("nameless.json");
        ProjectFile.write(nameless, Design.empty(""));
        var out = folder.resolve("out");
        var exported = terminal.run("export", nameless, "--to", "codepipeline", "--out", out);
        assertEquals(Cli.FINE, exported.code(), exported.err());
        assertTrue(Files.exists(out.resolve("pipeline.pipeline.json")), exported.out());
        assertTrue(
                exported.err()
                        .matches("(?s).*nameless.json: [0-9]+ errors?; AWS would refuse it.*"),
                exported.err());
        assertFalse(
                terminal.run("export", release, "--to", "codepipeline", "--out", out)
                        .err()
                        .contains("AWS would refuse"));
        var run = terminal.run("run", "", "--endpoint-url", account.endpoint());
        assertEquals(Cli.WRONG_USAGE, run.code());
        assertEquals("stagecraft: Say which pipeline: its name is empty.\n", run.err());
    }

    @Test
    void anExportedPipelineComesBack() throws Exception {
        terminal.run("export", release, "--to", "codepipeline", "--out", folder);
        var json = Files.list(folder).filter(f -> !f.equals(release)).findFirst().orElseThrow();
        var imported = terminal.run("import", json, "--out", folder.resolve("back.json"));
        assertEquals(Cli.FINE, imported.code(), imported.err());
        assertEquals("orders-release", ProjectFile.read(folder.resolve("back.json")).name());
    }

    @Test
    void aFaultForWhatIsDeployedIsPlannedWithoutAWarning() {
        deploy("--yes");
        var port = String.valueOf(account.endpoint().getPort());
        var broken = terminal.run("practice", "fault", "Package", "--port", port);
        assertEquals("Package breaks the next time it runs: fail\n", broken.err());
        var slip =
                terminal.run(
                        "practice",
                        "fault",
                        "Pakcage",
                        "--pipeline",
                        "orders-release",
                        "--port",
                        port);
        assertEquals(Cli.FINE, slip.code());
        assertTrue(
                slip.err()
                        .contains(
                                "No pipeline orders-release here has an action called Pakcage yet."),
                slip.err());
    }

    @Test
    void aTrainerBreaksAnActionAndMendsItAgain() {
        var port = String.valueOf(account.endpoint().getPort());
        var broken =
                terminal.run(
                        "practice",
                        "fault",
                        "Package",
                        "--kind",
                        "hang",
                        "--stays",
                        "--port",
                        port);
        assertEquals(Cli.FINE, broken.code(), broken.err());
        assertTrue(
                broken.err().contains("No pipeline here has an action called Package yet."),
                broken.err());
        assertTrue(
                broken.err().contains("a new pipeline starts as soon as it is deployed"),
                broken.err());
        assertEquals(
                "Package\thang\tany pipeline\tstays\n",
                terminal.run("practice", "fault", "--port", port).out());
        terminal.run("practice", "fault", "--clear", "--port", port);
        assertEquals("", terminal.run("practice", "fault", "--port", port).out());
        var sulks = terminal.run("practice", "fault", "Package", "--kind", "sulk", "--port", port);
        assertEquals(Cli.WRONG_USAGE, sulks.code());
        assertEquals(
                "stagecraft: There is no fault sulk: it is one of fail, hang, slow, throttle, missing-artifact.\n",
                sulks.err());
        var alarm = terminal.run("practice", "alarm", "errors", "ALARM", "--port", port);
        assertTrue(
                alarm.err().contains("There is no alarm errors in eu-west-1 here."), alarm.err());
    }

    @Test
    void theExitCodeSaysHowARunEnded() {
        var port = String.valueOf(account.endpoint().getPort());
        terminal.run("practice", "fault", "Package", "--stays", "--port", port);
        assertEquals(Cli.FAILED, deploy("--yes", "--run", "--approve").code());
        var failed = on("run", "orders-release", "--approve");
        assertEquals(Cli.FAILED, failed.code(), failed.out());
        assertTrue(failed.out().matches("(?s).*Build/Package +Failed.*execution +Failed.*"));
        assertEquals(Cli.FAILED, on("watch", "orders-release").code(), "it ended badly before");
        terminal.run("practice", "fault", "--clear", "--port", port);
        var mended = on("run", "orders-release", "--approve");
        assertEquals(Cli.FINE, mended.code(), mended.out() + mended.err());
        assertEquals(Cli.FINE, on("watch", "orders-release").code());
    }

    private Terminal.Result on(Object... command) {
        var args = new ArrayList<Object>(List.of(command));
        args.add("--endpoint-url");
        args.add(account.endpoint());
        return terminal.run(args.toArray());
    }

    @Test
    void aDeploymentThatFailsIsCode1AndSaysWhy() throws Exception {
        deploy("--yes");
        ProjectFile.write(release, TemplateShelf.open("release").withName("other"));
        var failed = deploy("--yes");
        assertEquals(Cli.FAILED, failed.code(), failed.out());
        assertTrue(failed.err().startsWith("stagecraft: The deployment failed: "), failed.err());
        assertTrue(failed.err().contains("already exists"), failed.err());
        assertTrue(failed.out().contains("ROLLBACK_COMPLETE"), failed.out());
    }
}
