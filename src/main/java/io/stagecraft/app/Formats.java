package io.stagecraft.app;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.export.Bundle;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.PipelineJsonExporter;
import io.stagecraft.export.Syntax;
import io.stagecraft.export.TerraformExporter;
import io.stagecraft.ui.shell.Documents.Format;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What the window can write a design down as.
enum Formats {
    CLOUDFORMATION_YAML(
            "CloudFormation (YAML)", b -> new CloudFormationExporter(Syntax.YAML).write(b)),
    CLOUDFORMATION_JSON(
            "CloudFormation (JSON)", b -> new CloudFormationExporter(Syntax.JSON).write(b)),
    TERRAFORM("Terraform", b -> new TerraformExporter().write(b)),
    CODEPIPELINE("create-pipeline JSON", b -> new PipelineJsonExporter().write(b));

    private final String title;
    private final Function<Blueprint, Bundle> write;

    Formats(String title, Function<Blueprint, Bundle> write) {
        this.title = title;
        this.write = write;
    }

    static List<Format> all() {
        return Arrays.stream(values()).map(f -> new Format(f.name(), f.title)).toList();
    }

    Bundle write(Blueprint blueprint) {
        return write.apply(blueprint);
    }
}
