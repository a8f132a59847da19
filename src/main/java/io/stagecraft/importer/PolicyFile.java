package io.stagecraft.importer;

import io.stagecraft.json.TemplateText;
import io.stagecraft.json.UnreadableTemplate;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The policies of a role, as files hold them: a policy document, what `aws iam get-role-policy` or `get-policy-version`
/// prints, or a CloudFormation template with the role in it.
///
/// @param role the role's logical id, where a template was read
/// @param policies in the order of the file
/// @param boundary the permissions boundary, where the file holds it
/// @param notes what the file names and does not hold, in sentences
public record PolicyFile(
        Optional<String> role, List<Named> policies, Optional<Named> boundary, List<String> notes) {
    public PolicyFile {
        policies = List.copyOf(policies);
        notes = List.copyOf(notes);
    }

    /// A policy document as a plain tree.
    public record Named(String name, Map<String, Object> document) {}

    /// What a template's pseudo parameters stand for.
    public record Place(String partition, String region, String account) {}

    private static final String ROLE = "AWS::IAM::Role";

    /// Reads `text`.
    ///
    /// @param name what to call a policy that has no name in its file
    /// @param role the logical id of the role that is meant, where a template has several
    /// @throws UnreadableImport in one line
    public static PolicyFile read(String text, String name, Optional<String> role, Place place) {
        Map<String, Object> tree;
        try {
            tree = TemplateText.parse(text);
        } catch (UnreadableTemplate e) {
            throw new UnreadableImport(
                    "It is neither a policy nor a template: "
                            + e.getMessage()
                            + " Take a policy document in JSON, or a CloudFormation template.");
        }
        if (tree.get("Resources") instanceof Map<?, ?> resources) {
            return new OfTemplate(tree, resources, place).read(role);
        }
        return document(tree)
                .map(d ->
                        new PolicyFile(
                                Optional.empty(),
                                List.of(named(tree, name, d)),
                                Optional.empty(),
                                List.of()))
                .orElseThrow(() ->
                        new UnreadableImport(
                                "It holds neither Statement nor Resources. Take a policy document, what"
                                        + " `aws iam get-role-policy` prints, or a CloudFormation template."));
    }

    private static Named named(Map<?, ?> tree, String name, Map<String, Object> document) {
        return new Named(tree.get("PolicyName") instanceof String s ? s : name, document);
    }

    private static Optional<Map<String, Object>> document(Map<?, ?> tree) {
        if (tree.get("Statement") != null) {
            return Optional.of(map(tree));
        }
        if (tree.get("PolicyVersion") instanceof Map<?, ?> version) {
            return document(version);
        }
        return Stream.of("PolicyDocument", "Document")
                .flatMap(key -> Stream.ofNullable(tree.get(key)))
                .map(PolicyFile::unpacked)
                .filter(d -> d.get("Statement") != null)
                .findFirst();
    }

    /// The IAM API hands documents out URL-encoded; the command line decodes them.
    private static Map<String, Object> unpacked(Object document) {
        if (document instanceof String text) {
            try {
                return TemplateText.parse(
                        text.startsWith("%")
                                ? URLDecoder.decode(text, StandardCharsets.UTF_8)
                                : text);
            } catch (UnreadableTemplate _) {
                return Map.of();
            }
        }
        return map(document);
    }

    private static Map<String, Object> map(@Nullable Object tree) {
        var copy = new LinkedHashMap<String, Object>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((k, v) -> copy.put(String.valueOf(k), v));
        }
        return copy;
    }

    private static List<?> list(@Nullable Object tree) {
        return switch (tree) {
            case null -> List.of();
            case List<?> several -> several;
            default -> List.of(tree);
        };
    }

    /// One template's work.
    private static final class OfTemplate {
        private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
        private final TemplateValues values;
        private final List<String> notes = new ArrayList<>();

        OfTemplate(Map<String, Object> template, Map<?, ?> resources, Place place) {
            resources.forEach((id, body) -> this.resources.put(String.valueOf(id), map(body)));
            values = new TemplateValues(map(template.get("Parameters")), this.resources, place);
        }

        PolicyFile read(Optional<String> wanted) {
            var role = role(wanted);
            var properties = properties(role);
            var policies = new ArrayList<Named>();
            list(properties.get("Policies")).forEach(p -> policies.add(named(map(p), role)));
            resources.forEach((id, body) -> {
                if (isFor(role, body)) {
                    policies.add(named(properties(id), id));
                }
            });
            list(properties.get("ManagedPolicyArns")).forEach(arn -> managed(arn, policies));
            return new PolicyFile(Optional.of(role), policies, boundary(properties), notes);
        }

        private String role(Optional<String> wanted) {
            var roles = ids(ROLE).toList();
            if (wanted.isPresent()) {
                if (!roles.contains(wanted.get())) {
                    throw new UnreadableImport(
                            "There is no role "
                                    + wanted.get()
                                    + " in it; it has "
                                    + said(roles)
                                    + ".");
                }
                return wanted.get();
            }
            var pipelines =
                    roles.stream()
                            .filter(id ->
                                    String.valueOf(properties(id).get("AssumeRolePolicyDocument"))
                                            .contains("codepipeline.amazonaws.com"))
                            .toList();
            var candidates = pipelines.isEmpty() ? roles : pipelines;
            if (candidates.size() != 1) {
                throw new UnreadableImport(
                        "It has " + said(roles) + ". Say which role is meant with --role.");
            }
            return candidates.getFirst();
        }

        private static String said(List<String> roles) {
            return roles.isEmpty() ? "no role" : "the roles " + String.join(", ", roles);
        }

        private Stream<String> ids(String type) {
            return resources.entrySet().stream()
                    .filter(e -> type.equals(e.getValue().get("Type")))
                    .map(Map.Entry::getKey);
        }

        private Map<String, Object> properties(String id) {
            return map(resources.getOrDefault(id, Map.of()).get("Properties"));
        }

        private boolean isFor(String role, Map<String, Object> body) {
            var properties = map(body.get("Properties"));
            var roles =
                    switch (String.valueOf(body.get("Type"))) {
                        case "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" ->
                                list(properties.get("Roles"));
                        case "AWS::IAM::RolePolicy" -> list(properties.get("RoleName"));
                        default -> List.of();
                    };
            var name = values.text(Map.of("Ref", role));
            return roles.stream().anyMatch(r -> values.text(r).equals(name));
        }

        private Named named(Map<String, Object> policy, String otherwise) {
            var name = policy.get("PolicyName");
            return new Named(
                    name == null ? otherwise : values.text(name),
                    map(values.value(policy.get("PolicyDocument"))));
        }

        private void managed(Object arn, List<Named> policies) {
            var own = ownPolicy(arn);
            if (own.isPresent()) {
                policies.add(named(properties(own.get()), own.get()));
            } else {
                notes.add(
                        values.text(arn)
                                + " is attached, and what it says is not in the template: give its"
                                + " text too, from `aws iam get-policy-version`.");
            }
        }

        private Optional<Named> boundary(Map<String, Object> properties) {
            var arn = properties.get("PermissionsBoundary");
            var own = Optional.ofNullable(arn).flatMap(this::ownPolicy);
            if (arn != null && own.isEmpty()) {
                notes.add(
                        values.text(arn)
                                + " is the permissions boundary, and what it says is not in the"
                                + " template: give its text with --boundary.");
            }
            return own.map(id -> named(properties(id), id));
        }

        private Optional<String> ownPolicy(Object arn) {
            return ids("AWS::IAM::ManagedPolicy")
                    .filter(id -> Map.of("Ref", id).equals(arn))
                    .findFirst();
        }
    }
}
