package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.cli.Lending;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.Syntax;
import io.stagecraft.export.TerraformExporter;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.model.Design;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.ApprovalStatus;
import software.amazon.awssdk.services.codepipeline.model.PipelineVariable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Pipelines drawn elsewhere go the whole way: read, checked, exported, deployed, run to their end.
class ImportedPipelinesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/stagecraft/importer");

    private final ActionCatalog catalog = CatalogFiles.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classic-ecs",
                "everything-v2",
                "cross-region",
                "strange-members",
                "conditions",
                "pull-requests",
                "commands",
                "ecr-bluegreen",
                "cross-account",
                "stack-sets",
                "many-providers"
            })
    void whatAwsTookIsTakenAndRuns(String name) throws Exception {
        var design =
                new PipelineJsonImporter(catalog)
                        .read(Files.readString(FOLDER.resolve(name + ".json")))
                        .design();
        assertEquals(List.of(), errors(design));
        var blueprint = new Planner(catalog).plan(design);
        assertTrue(!new TerraformExporter().write(blueprint).files().isEmpty());
        assertEquals(1, blueprint.stacks().size(), "all of it is there but the pipeline");
        var template = new CloudFormationExporter(Syntax.YAML).write(blueprint).files().getFirst();
        try (var trial = new Trial(region(design))) {
            trial.account.hold(Lending.of(design, catalog));
            assertEquals(
                    "CREATE_COMPLETE",
                    trial.deploy("imported", template.content(), ChangeSetType.CREATE),
                    () -> trial.troubles("imported"));
            runs(trial, design);
        }
    }

    /// Not every answer says where its pipeline lives.
    private static String region(Design design) {
        var region = design.home().region();
        return region.isEmpty() ? "eu-west-1" : region;
    }

    private List<String> errors(Design design) {
        return new Validator(catalog)
                .check(design).stream()
                        .filter(p -> p.rule().severity() == Severity.ERROR)
                        .map(p -> p.rule().id() + " " + p.message())
                        .toList();
    }

    private static void runs(Trial trial, Design design) {
        trial.settle();
        if (design.variables().stream().anyMatch(v -> v.defaultValue().isEmpty())) {
            // without a value for each nothing starts by itself
            trial.pipelines.startPipelineExecution(r ->
                    r.name(design.name())
                            .variables(
                                    design.variables().stream()
                                            .filter(v -> v.defaultValue().isEmpty())
                                            .map(v ->
                                                    PipelineVariable.builder()
                                                            .name(v.name())
                                                            .value("given")
                                                            .build())
                                            .toList()));
            trial.settle();
        }
        for (var stage : design.stages()) {
            for (var action : stage.actions()) {
                if (trial.isWaiting(design.name(), stage.name(), action.name())) {
                    trial.answer(
                            design.name(), stage.name(), action.name(), ApprovalStatus.APPROVED);
                    trial.settle();
                }
            }
        }
        var failed =
                trial.ran(design.name()).stream()
                        .filter(a -> !a.statusAsString().equals("Succeeded"))
                        .map(a -> a.actionName() + " " + a.output())
                        .toList();
        assertEquals(List.of(), failed);
        assertEquals(design.actions().count(), trial.ran(design.name()).size());
    }
}
