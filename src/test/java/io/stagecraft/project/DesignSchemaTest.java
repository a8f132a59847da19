package io.stagecraft.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.stagecraft.drawn.AnyDesign;
import io.stagecraft.json.Json;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// The published schema and the file say the same, both ways.
class DesignSchemaTest {
    private static final Path FILE = Path.of("assets", "schema", "design-1.schema.json");

    @Test
    void everyStarterIsValid() throws Exception {
        var schema = schema();
        for (var template : TemplateShelf.list()) {
            var text = ProjectFile.print(TemplateShelf.open(template.name()));
            assertEquals(List.of(), schema.validate(text, InputFormat.JSON), template.name());
        }
    }

    @Test
    void everySavedDesignIsValid() throws Exception {
        var schema = schema();
        for (int seed = 0; seed < 200; seed++) {
            var text = ProjectFile.print(AnyDesign.of(new Random(seed)));
            assertEquals(List.of(), schema.validate(text, InputFormat.JSON), "seed " + seed);
        }
    }

    @Test
    void theSchemaRefusesAWrongMember() throws Exception {
        var text = "{\"stagecraft\": 1, \"pipeline\": {\"name\": \"x\", \"mode\": \"fast\"}}";
        assertEquals(1, schema().validate(text, InputFormat.JSON).size());
    }

    @Test
    void theSchemaNamesWhatIsWrittenAndNothingElse() throws Exception {
        var root = (Json.Obj) Json.parse(Files.readString(FILE));
        var defined = new TreeSet<String>();
        define(root, root, "", defined);
        defined.remove("/$schema"); // for editors; kept, but never written by the program itself
        var written = new TreeSet<String>();
        for (int seed = 0; seed < 400; seed++) {
            var design = AnyDesign.of(new Random(seed));
            write(root, root, Json.parse(ProjectFile.print(design)), "", written);
        }
        assertEquals(defined, written);
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    /// Every member that the schema names, by its path from the nearest definition.
    private static void define(Json.Obj root, Json schema, String at, Set<String> found) {
        if (schema instanceof Json.Obj(var members)) {
            if (members.get("properties") instanceof Json.Obj(var properties)) {
                properties.forEach((name, inner) -> {
                    found.add(at + "/" + name);
                    define(root, inner, at + "/" + name, found);
                });
            }
            if (members.get("$defs") instanceof Json.Obj(var definitions)) {
                definitions.forEach((name, inner) -> define(root, inner, "#" + name, found));
            }
            if (members.containsKey("items")) {
                define(root, members.get("items"), at, found);
            }
            if (members.get("oneOf") instanceof Json.Arr(var choices)) {
                choices.forEach(choice -> define(root, choice, at, found));
            }
        }
    }

    /// Every member that a document has, by the same paths.
    private static void write(
            Json.Obj root, Json schema, Json document, String at, Set<String> found) {
        if (!(schema instanceof Json.Obj(var members))) {
            return;
        }
        if (members.get("$ref") instanceof Json.Str(var ref)) {
            var name = ref.substring("#/$defs/".length());
            var definitions = (Json.Obj) root.members().get("$defs");
            write(root, definitions.members().get(name), document, "#" + name, found);
            return;
        }
        if (members.get("oneOf") instanceof Json.Arr(var choices)) {
            choices.stream()
                    .filter(c -> c instanceof Json.Obj o && (o.has("properties") || o.has("items")))
                    .forEach(c -> write(root, c, document, at, found));
        }
        if (document instanceof Json.Arr(var items) && members.containsKey("items")) {
            items.forEach(item -> write(root, members.get("items"), item, at, found));
        }
        if (document instanceof Json.Obj(var written)
                && members.get("properties") instanceof Json.Obj(var properties)) {
            written.forEach((name, value) -> {
                found.add(at + "/" + name);
                if (properties.containsKey(name)) {
                    write(root, properties.get(name), value, at + "/" + name, found);
                }
            });
        }
    }
}
