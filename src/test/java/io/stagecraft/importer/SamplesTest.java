package io.stagecraft.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.Circumstance;
import io.stagecraft.catalog.FieldSpec;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// For every action type there is a sample, the least that AWS takes, and the catalogue finds nothing amiss in it.
class SamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/io/stagecraft/catalog/samples");
    private static final Path ACTIONS = Path.of("src/main/resources/io/stagecraft/catalog/actions");

    private final ActionCatalog catalog = CatalogFiles.load();

    @Test
    void everyTypeHasASampleOfItsName() throws IOException {
        assertEquals(names(ACTIONS), names(SAMPLES));
    }

    @TestFactory
    Stream<DynamicTest> theCatalogueTakesEverySample() throws IOException {
        return names(SAMPLES).stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> taken(SAMPLES.resolve(name))));
    }

    private void taken(Path file) throws IOException {
        var pipeline =
                "{ \"name\": \"sample\", \"stages\": [ { \"name\": \"Only\", \"actions\": [ %s ] } ] }"
                        .formatted(Files.readString(file));
        var design = new PipelineJsonImporter(catalog).read(pipeline).design();
        var action = design.actions().findFirst().orElseThrow();
        var spec = catalog.find(action.type()).orElseThrow();
        var circumstance = Circumstance.of(design, action, spec);
        assertEquals(
                List.of(),
                action.settings().keySet().stream()
                        .filter(key -> spec.field(key).isEmpty())
                        .toList(),
                "unknown settings");
        assertEquals(
                List.of(),
                spec.fields().stream()
                        .filter(circumstance::isRequired)
                        .map(FieldSpec::key)
                        .filter(key -> action.setting(key).isEmpty())
                        .toList(),
                "missing settings");
        action.settings()
                .forEach((key, text) -> {
                    var field = spec.field(key).orElseThrow();
                    assertTrue(field.fits(text), key);
                    assertTrue(field.values().isEmpty() || field.values().contains(text), key);
                });
        assertTrue(spec.inputs().allows(action.inputs().size()), "inputs");
        assertTrue(spec.outputs().allows(action.outputs().size()), "outputs");
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .forEach(names::add);
            return names;
        }
    }
}
