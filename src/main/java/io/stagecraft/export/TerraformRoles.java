package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Roles with their policies, and who waits for them.
final class TerraformRoles {
    private final TerraformDeclarations module;
    private final TerraformText text;
    private final Map<String, List<String>> rolePolicies = new LinkedHashMap<>();
    private final Set<String> waiting = new HashSet<>();

    TerraformRoles(TerraformDeclarations module) {
        this.module = module;
        this.text = module.text();
    }

    /// Tells which roles have to wait for a pipeline, because they point at it.
    void waiting(List<Resource> resources) {
        for (var resource : resources) {
            if (resource instanceof Resource.Pipeline pipeline) {
                resources.stream()
                        .filter(r -> r instanceof Resource.Role)
                        .filter(r ->
                                r.statements().stream()
                                        .flatMap(s -> s.resources().stream())
                                        .anyMatch(text -> pointsAt(text, pipeline.key())))
                        .forEach(r -> waiting.add(r.key()));
            }
        }
    }

    void role(Resource.Role role) {
        var name = text.name(role.key());
        var trust = module.document("roles.tf", name + "_trust", role.trust());
        var body = new Hcl();
        role.name().ifPresent(n -> body.attribute("name", Hcl.quoted(n)));
        body.attribute("description", Hcl.quoted(role.description()))
                .attribute("assume_role_policy", trust);
        module.resource("roles.tf", role.key(), body);
        var written = new ArrayList<String>();
        for (int i = 0; i < role.policies().size(); i++) {
            var policy = role.policies().get(i);
            var policyName = i == 0 ? name : name + "_" + (i + 1);
            var json = module.document("roles.tf", policyName, policy);
            module.resource(
                    "roles.tf",
                    "aws_iam_role_policy",
                    policyName,
                    new Hcl()
                            .attribute("name", Hcl.quoted(policy.name()))
                            .attribute("role", text.address(role.key()) + ".id")
                            .attribute("policy", json));
            written.add("aws_iam_role_policy." + policyName);
        }
        rolePolicies.put(role.key(), written);
    }

    /// Whoever waits for a role waits for its policies: here they are resources of their own.
    List<String> after(List<String> keys) {
        return keys.stream()
                .flatMap(key -> {
                    var written = rolePolicies.getOrDefault(key, List.of());
                    return written.isEmpty() ? Stream.of(text.address(key)) : written.stream();
                })
                .toList();
    }

    /// A pipeline starts as soon as it is there, and by then its roles have to be allowed what they need. A role that
    /// itself waits for the pipeline, such as the one that starts it, is left out.
    Stream<String> policiesBefore() {
        return rolePolicies.entrySet().stream()
                .filter(role -> !waiting.contains(role.getKey()))
                .flatMap(role -> role.getValue().stream());
    }

    private static boolean pointsAt(Text text, String key) {
        return text.parts().stream()
                .anyMatch(part ->
                        part instanceof Text.Attribute(var resource, _) && resource.equals(key));
    }
}
