package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/// Exports a design per action type into `target/conformance`, where other people's programs judge them.
class ConformanceSamplesTest {
    private static final Path OUT = Path.of("target", "conformance", "samples");
    private final ActionCatalog catalog = CatalogFiles.load();

    @Test
    void everyActionTypeOfAwsIsExportedInEverySyntax() throws Exception {
        var planner = new Planner(catalog);
        var designs = new SampleDesigns(catalog, 7).all();
        assertTrue(designs.size() > 20, "only " + designs.keySet());
        for (var design : designs.entrySet()) {
            var blueprint = planner.plan(design.getValue());
            var below = OUT.resolve(design.getKey());
            for (var syntax : Syntax.values()) {
                new CloudFormationExporter(syntax)
                        .write(blueprint)
                        .writeTo(below.resolve("templates"));
            }
            new TerraformExporter().write(blueprint).writeTo(below.resolve("terraform"));
        }
    }

    @Test
    void theSameSeedMakesTheSameDesigns() {
        assertEquals(new SampleDesigns(catalog, 7).all(), new SampleDesigns(catalog, 7).all());
    }
}
