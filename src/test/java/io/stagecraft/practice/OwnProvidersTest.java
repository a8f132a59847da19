package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.InvalidActionDeclarationException;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A provider of one's own is played as its file says.
class OwnProvidersTest {
    private static final String SHIP =
            """
            { "type": { "category": "Deploy", "owner": "AWS", "provider": "OurShip", "version": "1" },
              "title": "Ship", "summary": "Ships.", "icon": "rocket", "source": "https://example.com",
              "checked": "2026-11-21", "main": "Harbour",
              "inputs": { "min": 1, "max": 1 }, "outputs": {}, "crossRegion": "no", "crossAccount": "no",
              "fields": [ { "key": "Harbour", "label": "Harbour", "help": "Where to.", "required": "always" } ],
              "permissions": [],
              "drop": { "name": "Sail", "inputs": 1 },
              "play": { "minSeconds": 1, "maxSeconds": 2, "summary": "Moored in {Harbour}" } }
            """;

    @TempDir private Path folder;

    @Test
    void anAccountThatKnowsTheFileRunsItAndAnotherRefusesThePipeline() throws IOException {
        Files.writeString(folder.resolve("ship.json"), SHIP);
        try (var trial = new Trial("eu-west-1", CatalogFiles.load(folder))) {
            Line.lay(trial);
            trial.pipelines.createPipeline(r -> r.pipeline(shipping()));
            trial.clock.advance(Duration.ofMinutes(2));
            assertEquals("Moored in Hamburg", trial.action("line", "Live", "Sail").summary());
        }
        try (var trial = new Trial()) {
            Line.lay(trial);
            var refusal =
                    assertThrows(
                            InvalidActionDeclarationException.class,
                            () -> trial.pipelines.createPipeline(r -> r.pipeline(shipping())));
            assertTrue(refusal.getMessage().contains("OurShip"), refusal.getMessage());
        }
    }

    private static PipelineDeclaration shipping() {
        return Line.of(
                ExecutionMode.SUPERSEDED,
                Line.stage(
                        "Live",
                        ActionDeclaration.builder()
                                .name("Sail")
                                .actionTypeId(t ->
                                        t.category("Deploy")
                                                .owner("AWS")
                                                .provider("OurShip")
                                                .version("1"))
                                .configuration(Map.of("Harbour", "Hamburg"))
                                .inputArtifacts(InputArtifact.builder().name("App").build())
                                .build()));
    }
}
