package io.stagecraft.export;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;
import io.stagecraft.project.TemplateShelf;

import java.nio.file.Path;
import java.util.LinkedHashMap;

/// Exports every starter below a folder, for other people's programs to judge.
public final class ConformanceSamples {
    private ConformanceSamples() {}

    /// @param args the folder
    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var designs = new LinkedHashMap<String, Design>();
        for (var template : TemplateShelf.list()) {
            designs.put(template.name(), TemplateShelf.open(template.name()));
        }
        var planner = new Planner(CatalogFiles.load());
        for (var design : designs.entrySet()) {
            var blueprint = planner.plan(design.getValue());
            var below = folder.resolve(design.getKey());
            for (var syntax : Syntax.values()) {
                new CloudFormationExporter(syntax).write(blueprint).writeTo(below);
            }
            new TerraformExporter().write(blueprint).writeTo(below.resolve("terraform"));
            new PipelineJsonExporter().write(blueprint).writeTo(below.resolve("pipeline"));
        }
    }
}
