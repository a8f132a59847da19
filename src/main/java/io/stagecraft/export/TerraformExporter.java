package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// A blueprint as Terraform: a folder of files per stack; where there is only one, the files themselves.
///
/// Formatted as `terraform fmt` formats. What the provider has no argument for is said in a comment and in the notes.
public final class TerraformExporter {
    /// The oldest provider whose schema these files were held against.
    static final String PROVIDER = ">= 6.45.0, < 7.0.0";

    /// The files, stack by stack in the order in which they are applied, and what they cannot say.
    public Bundle write(Blueprint blueprint) {
        var design = Designs.of(blueprint);
        var files = new ArrayList<Bundle.TextFile>();
        var notes = new ArrayList<>(blueprint.notes());
        for (var stack : blueprint.stacks()) {
            var folder = blueprint.stacks().size() == 1 ? "" : stack.name() + "/";
            new Root(stack, design)
                    .files(notes)
                    .forEach((name, body) ->
                            files.add(new Bundle.TextFile(folder + name, body.print())));
        }
        for (var owner : Foreign.owners(design)) {
            owner.extras().foreign().keySet().stream()
                    .filter(way -> !TerraformPipeline.carries(owner, way))
                    .filter(way -> Foreign.isMissed(owner, way))
                    .forEach(way ->
                            notes.add(
                                    "Terraform has no word for "
                                            + way
                                            + " of "
                                            + owner.words()
                                            + "; left out."));
        }
        var guide = new DeployGuide(blueprint);
        if (guide.isNeeded()) {
            files.add(guide.terraform());
            notes.add(guide.note());
        }
        return new Bundle(files, notes.stream().distinct().toList());
    }

    /// One root module: one account and region.
    private record Root(StackPlan stack, Design design) {
        LinkedHashMap<String, Hcl> files(List<String> notes) {
            var text = new TerraformText(stack);
            var resources = new TerraformResources(text).of(stack.resources());
            notes.addAll(resources.notes());
            var outputs = text.filled(outputs(text));
            var files = new LinkedHashMap<String, Hcl>();
            files.put("versions.tf", text.filledWithoutData(versions()));
            files.put("variables.tf", variables());
            resources.files().forEach((name, body) -> files.put(name, text.filled(body)));
            files.put("surroundings.tf", surroundings(text));
            files.put("outputs.tf", outputs);
            files.values().removeIf(Hcl::isEmpty);
            return files;
        }

        private Hcl versions() {
            var source = new LinkedHashMap<String, List<String>>();
            source.put("source", List.of(Hcl.quoted("hashicorp/aws")));
            source.put("version", List.of(Hcl.quoted(PROVIDER)));
            var provider = new Hcl();
            var environment = stack.environment();
            if (isKnown(environment.region())) {
                provider.attribute("region", Hcl.quoted(environment.region()));
            }
            if (isKnown(environment.account())) {
                provider.list("allowed_account_ids", List.of(Hcl.quoted(environment.account())));
            }
            if (!design.tags().isEmpty()) {
                provider.block("default_tags", new Hcl().attribute("tags", tags()));
            }
            return new Hcl()
                    .block(
                            "terraform",
                            new Hcl()
                                    .attribute("required_version", Hcl.quoted(">= 1.5.0"))
                                    .block(
                                            "required_providers",
                                            new Hcl().attribute("aws", Hcl.object(source))))
                    .block("provider \"aws\"", provider);
        }

        /// A provider's place is known before anything is asked for.
        private static boolean isKnown(String place) {
            return !place.isEmpty() && !place.contains("${");
        }

        private List<String> tags() {
            var tags = new LinkedHashMap<String, List<String>>();
            design.tags().forEach((name, value) -> tags.put(name, List.of(Hcl.quoted(value))));
            return Hcl.object(tags);
        }

        private Hcl variables() {
            var file = new Hcl();
            var declared = new HashSet<String>();
            for (var parameter : stack.parameters()) {
                // names may differ in their capitals only
                if (!declared.add(TerraformText.snake(parameter.name()))) {
                    continue;
                }
                var body =
                        new Hcl()
                                .attribute("description", Hcl.quoted(parameter.description()))
                                .attribute("type", "string");
                if (!parameter.defaultValue().isEmpty()) {
                    body.attribute("default", Hcl.quoted(parameter.defaultValue()));
                }
                if (parameter.secret()) {
                    body.attribute("sensitive", "true");
                }
                file.block("variable " + Hcl.quoted(TerraformText.snake(parameter.name())), body);
            }
            return file;
        }

        private Hcl outputs(TerraformText text) {
            var file = new Hcl();
            for (var output : stack.outputs()) {
                var body = new Hcl();
                if (!output.description().isEmpty()) {
                    body.attribute("description", Hcl.quoted(output.description()));
                }
                body.attribute("value", text.of(output.value()));
                file.block("output " + Hcl.quoted(TerraformText.snake(output.name())), body);
            }
            return file;
        }

        private static Hcl surroundings(TerraformText text) {
            var file = new Hcl();
            text.surroundings()
                    .forEach(source ->
                            file.block("data " + Hcl.quoted(source) + " \"current\"", new Hcl()));
            return file;
        }
    }
}
