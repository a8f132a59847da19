package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// `stagecraft iam` where the roles exist already.
class IamExistingTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/stagecraft/importer");
    private static final String PIPELINES =
            "arn:aws:iam::111122223333:role/service-role/AWSCodePipelineServiceRole-eu-west-1-accounts";
    private static final String STAGING = "arn:aws:iam::222233334444:role/shop-pipeline-actions";
    private static final String PRODUCTION = "arn:aws:iam::444455556666:role/shop-pipeline-actions";

    @TempDir private Path folder;

    private final Terminal terminal = new Terminal();
    private Path design;
    private Path nothing;

    @BeforeEach
    void write() throws Exception {
        design = folder.resolve("shop.json");
        terminal.run("import", FOLDER.resolve("cross-account.json"), "--out", design);
        nothing = folder.resolve("nothing.json");
        Files.writeString(
                nothing,
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"polly:*\", \"Resource\": \"*\"}}");
    }

    @Test
    void everyExistingRoleIsToldWhatItHasToGrant() {
        var result = terminal.run("iam", design);
        assertTrue(
                result.out()
                        .startsWith(
                                PIPELINES
                                        + " (exists already, not created here) has to grant\n  to run the pipeline\n"),
                result.out());
        assertTrue(
                result.out()
                        .contains(
                                PRODUCTION
                                        + " (exists already, not created here) has to grant\n"
                                        + "  to run Production/ChangesEu, Production/ExecuteEu,"));
        assertTrue(result.err().contains("--against POLICY --of " + PIPELINES), result.err());
        assertFalse(result.out().contains("${account}"), result.out());
        var json = terminal.run("iam", design, "--format", "json").out();
        Json.parse(json);
        assertTrue(json.contains("\"holder\": \"" + PRODUCTION + "\""), json);
        assertTrue(json.contains("\"exists\": true"), json);
    }

    @Test
    void eachArnHasItsOwnReasonsAndWhatTheyShareStandsOnce() {
        var out = terminal.run("iam", design).out();
        assertTrue(
                out.contains(
                        "  Allow sts:AssumeRole\n    on "
                                + STAGING
                                + "\n      for Staging/Deploy: runs Deploy under its own role\n    on "
                                + PRODUCTION
                                + "\n      for Production/ChangesEu: runs ChangesEu under its own role\n"),
                out);
        var missing = terminal.run("iam", design, "--against", nothing).out();
        assertTrue(
                missing.contains(
                        "  sts:AssumeRole\n    on "
                                + STAGING
                                + "\n    because no identity-based policy allows it\n"
                                + "    for Staging/Deploy: runs Deploy under its own role\n  "),
                missing);
        assertFalse(missing.contains("${"), missing);
    }

    @Test
    void aRoleIsMeantByItsArnItsNameOrWhatRunsUnderIt() {
        assertEquals(PIPELINES, compared(PIPELINES));
        assertEquals(PIPELINES, compared("PipelineRole"));
        assertEquals(PIPELINES, compared("AWSCodePipelineServiceRole-eu-west-1-accounts"));
        assertEquals(
                PIPELINES, compared("service-role/AWSCodePipelineServiceRole-eu-west-1-accounts"));
        assertEquals(PIPELINES, compared("Build"));
        assertEquals(STAGING, compared("Deploy"));
        assertEquals(PRODUCTION, compared("Production/ExecuteEu"));
    }

    private String compared(String role) {
        var result = terminal.run("iam", design, "--against", nothing, "--of", role);
        assertEquals(Cli.FAILED, result.code(), result.err());
        return result.out().lines().findFirst().orElse("").replace(" against nothing.json", "");
    }

    @Test
    void aWordThatMeansNoneOrSeveralIsAnsweredWithWhatMayBeSaid() {
        var several =
                terminal.run("iam", design, "--against", nothing, "--of", "shop-pipeline-actions");
        assertEquals(Cli.WRONG_USAGE, several.code());
        assertTrue(several.err().contains(STAGING + " or " + PRODUCTION), several.err());
        var none = terminal.run("iam", design, "--against", nothing, "--of", "nobody");
        assertEquals(Cli.WRONG_USAGE, none.code());
        assertEquals(1, none.err().lines().count(), none.err());
        assertTrue(none.err().contains(PIPELINES + ", " + STAGING), none.err());
        assertTrue(none.err().contains("such as Source/Source"), none.err());
    }

    @Test
    void theCommandThatIsAdvisedCanBePasted() throws Exception {
        var given = folder.resolve("my shop's.json");
        Files.writeString(
                given,
                Files.readString(design).replace(PIPELINES, "arn:${AWS::Partition}:iam::1:role/p"));
        assertTrue(
                terminal.run("iam", given)
                        .err()
                        .contains(
                                "my shop'\\''s.json' --against POLICY --of 'arn:${AWS::Partition}:iam::1:role/p'`"),
                terminal.run("iam", given).err());
    }

    @Test
    void aFileIsNamedOnceInWhatIsWrongWithIt() throws Exception {
        var empty = folder.resolve("empty.json");
        Files.writeString(empty, "{\"Version\": \"2012-10-17\", \"Statement\": []}");
        var err = terminal.run("iam", design, "--against", empty).err();
        assertEquals(err.indexOf("empty.json"), err.lastIndexOf("empty.json"), err);
    }
}
