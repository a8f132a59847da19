package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an import brought along and the model has no word for goes out again, or is said to be left out.
class ForeignMembersTest {
    private static final String STRANGE =
            "src/test/resources/io/stagecraft/importer/strange-members.json";

    private static Design strange() throws Exception {
        return new PipelineJsonImporter(CatalogFiles.load())
                .read(Files.readString(Path.of(STRANGE)))
                .design();
    }

    private static Blueprint plan(Design design) {
        return new Planner(CatalogFiles.load()).plan(design);
    }

    private static JsonNode cloudFormation(Design design) {
        var bundle = new CloudFormationExporter(Syntax.JSON).write(plan(design));
        return JsonMapper.shared()
                .readTree(bundle.files().getFirst().content())
                .at("/Resources/Pipeline/Properties");
    }

    private static JsonNode api(Design design) {
        var bundle = new PipelineJsonExporter().write(plan(design));
        return JsonMapper.shared().readTree(bundle.files().getFirst().content());
    }

    @Test
    void cloudFormationTakesWhatItHasANameFor() throws Exception {
        var pipeline = cloudFormation(strange());
        assertEquals(
                "[{\"Name\":\"Freeze\",\"Type\":\"Schedule\"}]",
                pipeline.at("/Stages/0/Blockers").toString());
        assertEquals("eu-west-1", pipeline.at("/Stages/0/Actions/0/Region").asString());
        assertEquals("eu-west-1", pipeline.at("/ArtifactStores/0/Region").asString());
        assertTrue(pipeline.at("/Version").isMissingNode(), "AWS counts versions itself");
        assertFalse(pipeline.toString().contains("lifecycle"), pipeline.toString());
    }

    @Test
    void whatCloudFormationHasNoNameForIsSaid() throws Exception {
        var left =
                new CloudFormationExporter(Syntax.YAML)
                        .write(plan(strange())).notes().stream()
                                .filter(n -> n.endsWith("; left out."))
                                .map(n ->
                                        n.replaceAll(
                                                "^CloudFormation has no word for |; left.*", ""))
                                .toList();
        assertEquals(
                List.of(
                        "owner of the pipeline",
                        "variables/0/secret of the pipeline",
                        "lifecycle of the artifact store in eu-west-1",
                        "encryptionKey/grant of the artifact store in eu-west-1",
                        "blockers/0/until of stage Source",
                        "priority of action Bucket",
                        "actionTypeId/tier of action Bucket",
                        "outputArtifacts/0/a~1b of action Bucket",
                        "beforeEntry/mode of stage Deploy",
                        "severity of the entry condition of stage Deploy",
                        "cooldown of rule Alarm",
                        "ruleTypeId/edition of rule Alarm",
                        "notify of what stage Deploy does on failure",
                        "retryConfiguration/times of what stage Deploy does on failure"),
                left);
    }

    @Test
    void terraformSaysWhatItLeavesOutAndKeepsTheRegion() throws Exception {
        var bundle = new TerraformExporter().write(plan(strange()));
        assertTrue(
                bundle.notes()
                        .contains("Terraform has no word for cooldown of rule Alarm; left out."));
        assertFalse(bundle.notes().toString().contains("region of"), bundle.notes().toString());
        var pipeline =
                bundle.files().stream()
                        .filter(f -> f.path().endsWith("pipeline.tf"))
                        .findFirst()
                        .orElseThrow()
                        .content();
        assertTrue(pipeline.contains("region           = \"eu-west-1\""), pipeline);
    }

    @Test
    void aMemberStaysWithItsActionWhereverThatIsMoved() throws Exception {
        var design = strange();
        var moved = design.withStages(design.stages().reversed());
        var action = api(moved).at("/pipeline/stages/1/actions/0");
        assertEquals(1, action.at("/outputArtifacts/0/a~1b/c~0d").asInt());
        assertEquals(7, action.at("/priority").asInt());
    }

    @Test
    void anActionMovedToAnotherRegionForgetsTheOneItCameWith() throws Exception {
        var there = new EnvironmentId("e9");
        var design = strange();
        var source = design.stages().getFirst().actions().getFirst().id();
        var moved =
                design.withEnvironments(
                                List.of(
                                        design.home(),
                                        new Environment(
                                                there,
                                                "America",
                                                "111122223333",
                                                "us-east-1",
                                                "#000000")))
                        .withAction(source, a -> a.withEnvironment(Optional.of(there)));
        assertEquals("us-east-1", api(moved).at("/pipeline/stages/0/actions/0/region").asString());
    }

    @Test
    void whatStoodBesideThePipelineGoesOutAgainButForAwssOwnAnswer() throws Exception {
        var document = api(strange());
        assertEquals("elsewhere", document.at("/notes/from").asString());
        assertTrue(document.at("/tags/0/system").asBoolean());
        assertTrue(document.at("/metadata").isMissingNode());
    }
}
