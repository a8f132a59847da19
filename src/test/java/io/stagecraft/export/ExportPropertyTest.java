package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.AnyDesign;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Whatever is drawn, half and wrong and odd as it may be, is exported; and twice the same.
class ExportPropertyTest {
    private static final Planner PLANNER = new Planner(CatalogFiles.load());

    @Property(tries = 150)
    void bothSpellingsOfATemplateSayTheSame(@ForAll long seed) {
        var blueprint = PLANNER.plan(AnyDesign.of(new Random(seed)));
        var yaml = templates(Syntax.YAML, blueprint);
        var json = templates(Syntax.JSON, blueprint);
        for (int i = 0; i < yaml.size(); i++) {
            assertEquals(
                    Templates.parseJson(json.get(i).content()),
                    Templates.parseYaml(yaml.get(i).content()));
        }
    }

    @Property(tries = 150)
    void nothingPointsAtWhatIsNotThere(@ForAll long seed) {
        var blueprint = PLANNER.plan(AnyDesign.of(new Random(seed)));
        for (var file : templates(Syntax.JSON, blueprint)) {
            var template = (Map<?, ?>) Templates.parseJson(file.content());
            assertEquals(Set.of(), Templates.dangling(template));
        }
    }

    @Property(tries = 50)
    void theSameDesignIsTheSameBytes(@ForAll long seed) {
        var one = PLANNER.plan(AnyDesign.of(new Random(seed)));
        var other = PLANNER.plan(AnyDesign.of(new Random(seed)));
        for (var syntax : Syntax.values()) {
            assertEquals(
                    new CloudFormationExporter(syntax).write(one),
                    new CloudFormationExporter(syntax).write(other));
        }
        assertEquals(new TerraformExporter().write(one), new TerraformExporter().write(other));
        assertEquals(
                new PipelineJsonExporter().write(one), new PipelineJsonExporter().write(other));
    }

    /// The guide that several stacks come with is no template.
    private static List<Bundle.TextFile> templates(Syntax syntax, Blueprint blueprint) {
        return new CloudFormationExporter(syntax)
                .write(blueprint).files().stream().filter(f -> !f.path().endsWith(".md")).toList();
    }
}
