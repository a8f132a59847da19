package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// What the main starter becomes, file by file.
class ReleaseExportTest {
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "io", "stagecraft", "export", "release");

    private static Blueprint release;

    @BeforeAll
    static void plan() throws Exception {
        release = new Planner(CatalogFiles.load()).plan(TemplateShelf.open("release"));
    }

    @Test
    void theStarterAsCloudFormationInYaml() throws Exception {
        Golden.check(
                EXPECTED.resolve("yaml"), new CloudFormationExporter(Syntax.YAML).write(release));
    }

    @Test
    void theStarterAsCloudFormationInJson() throws Exception {
        Golden.check(
                EXPECTED.resolve("json"), new CloudFormationExporter(Syntax.JSON).write(release));
    }

    @Test
    void theStarterAsTerraform() throws Exception {
        Golden.check(EXPECTED.resolve("terraform"), new TerraformExporter().write(release));
    }

    @Test
    void theStarterAsCreatePipelineInput() throws Exception {
        Golden.check(EXPECTED.resolve("pipeline"), new PipelineJsonExporter().write(release));
    }

    @Test
    void theYamlGivesEachStatementsReasonAndTheJsonSaysTheSameWithout() {
        var yaml = new CloudFormationExporter(Syntax.YAML).write(release).files().getFirst();
        assertTrue(yaml.content().contains("# keeps artifacts off unencrypted connections\n"));
        assertEquals(
                Templates.parseYaml(yaml.content()),
                Templates.parseJson(
                        new CloudFormationExporter(Syntax.JSON)
                                .write(release)
                                .files()
                                .getFirst()
                                .content()));
    }

    @Test
    void whatOnlyDeploymentKnowsIsNamedInTheNotes() {
        var bundle = new PipelineJsonExporter().write(release);
        var json = bundle.files().getFirst().content();
        assertTrue(json.contains("\"roleArn\": \"${PipelineRole.Arn}\""), json);
        assertTrue(
                bundle.notes().stream().anyMatch(n -> n.contains("${PipelineRole.Arn}")),
                bundle.notes().toString());
    }

    @Test
    void aBundleIsWrittenAndNothingElseInTheFolderIsTouched(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        var bundle = new TerraformExporter().write(release);
        var written = bundle.writeTo(folder);
        assertEquals(bundle.files().size(), written.size());
        assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(f -> f.toString().endsWith(".new")));
        }
    }
}
