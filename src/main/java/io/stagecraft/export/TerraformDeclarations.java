package io.stagecraft.export;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The resources of one stack as they come together, in files by what they are for.
final class TerraformDeclarations {
    private final TerraformText text;
    private final TerraformPolicies policies;
    private final Map<String, Hcl> files = new LinkedHashMap<>();

    TerraformDeclarations(TerraformText text) {
        this.text = text;
        this.policies = new TerraformPolicies(text);
        for (var name :
                List.of("pipeline.tf", "artifacts.tf", "builds.tf", "services.tf", "roles.tf")) {
            files.put(name, new Hcl());
        }
    }

    Map<String, Hcl> files() {
        return files;
    }

    TerraformText text() {
        return text;
    }

    /// Writes a policy as a data source.
    ///
    /// @return what refers to its JSON
    String document(String file, String name, Policy policy) {
        return policies.document(file(file), name, policy);
    }

    private Hcl file(String name) {
        return files.computeIfAbsent(name, _ -> new Hcl());
    }

    /// A resource that the blueprint knows by its key.
    void resource(String file, String key, Hcl body) {
        var address = text.address(key).split("\\.");
        resource(file, address[0], address[1], body);
    }

    void resource(String file, String type, String name, Hcl body) {
        file(file).block("resource " + Hcl.quoted(type) + " " + Hcl.quoted(name), body);
    }

    /// JSON as Terraform writes it, for an attribute that takes its text.
    List<String> encoded(Text json) {
        var value = text.of(JsonText.parse(json, t -> new Doc.Ref(text.of(t))));
        var encoded = new ArrayList<>(value);
        encoded.set(0, "jsonencode(" + value.getFirst());
        encoded.set(encoded.size() - 1, encoded.getLast() + ")");
        return encoded;
    }
}
