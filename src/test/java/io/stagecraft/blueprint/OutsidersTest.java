package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OutsidersTest {
    private static final Path IMPORTS = Path.of("src/test/resources/io/stagecraft/importer");

    @Test
    void anImportedPipelineTakesItsRolesBucketAndProjectsAsGiven() throws Exception {
        var catalog = CatalogFiles.load();
        var text = Files.readString(IMPORTS.resolve("classic-ecs.json"));
        var outsiders =
                Outsiders.of(new PipelineJsonImporter(catalog).read(text).design(), catalog);
        assertEquals(1, outsiders.roles().size(), outsiders.toString());
        assertEquals(1, outsiders.buckets().size(), outsiders.toString());
        assertEquals(1, outsiders.projects().size(), outsiders.toString());
    }

    @Test
    void aStarterBringsEverythingAlong() throws Exception {
        assertEquals(
                new Outsiders(List.of(), List.of(), List.of()),
                Outsiders.of(TemplateShelf.open("release"), CatalogFiles.load()));
    }
}
