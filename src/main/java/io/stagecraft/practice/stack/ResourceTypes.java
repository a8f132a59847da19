package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.list;
import static io.stagecraft.practice.stack.Trees.map;
import static io.stagecraft.practice.stack.Trees.text;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The resource types that the Practice account can hold, read from data.
///
/// In patterns `{name}` stands for the resource's name, `{arn}` for its ARN, `{ref}` for what `Ref` gives, `{uuid}` and `{hex}`
/// for made-up ids, `{partition}` `{region}` `{account}` for the surroundings, `{Property}` for a property's text.
public final class ResourceTypes {
    /// One type.
    ///
    /// @param naming the property that names it; empty where AWS always makes a name up
    /// @param isMany whether several may have one name
    /// @param ref what `Ref` gives
    /// @param attributes what `Fn::GetAtt` gives
    /// @param required properties AWS refuses to do without
    /// @param replaces properties whose change makes the resource anew
    /// @param creates the call that makes one, where it is held against the stack's role; empty where it is not
    /// @param goesEmpty whether it can be deleted only without objects in it
    /// @param told what its making leaves out that a person does on AWS; empty for nothing
    /// @param roles properties that hold the ARN of a role, and the service that must be able to assume it
    record Type(
            String name,
            String naming,
            boolean lowerCase,
            boolean isGlobal,
            boolean isIam,
            boolean isMany,
            String arn,
            String ref,
            Map<String, String> attributes,
            List<String> required,
            List<String> replaces,
            String creates,
            Map<String, String> roles,
            boolean goesEmpty,
            String told,
            int minSeconds,
            int maxSeconds) {}

    private final Map<String, Type> types = new LinkedHashMap<>();

    private ResourceTypes(Map<String, Object> data) {
        map(data.get("types")).forEach((name, body) -> types.put(name, type(name, map(body))));
    }

    /// Reads the table.
    public static ResourceTypes load() {
        try (var in = ResourceTypes.class.getResourceAsStream("resource-types.json")) {
            if (in == null) {
                throw new IllegalStateException("resource-types.json is missing from the program");
            }
            return new ResourceTypes(map(JsonMapper.shared().readValue(in, Map.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Type> find(String name) {
        return name.startsWith("Custom::")
                ? Optional.ofNullable(types.get("AWS::CloudFormation::CustomResource"))
                : Optional.ofNullable(types.get(name));
    }

    /// The type that a call makes, such as `sqs:CreateQueue`.
    Optional<Type> madeBy(String call) {
        return types.values().stream().filter(t -> t.creates().equals(call)).findFirst();
    }

    Type of(String name) {
        return find(name).orElseThrow();
    }

    private static Type type(String name, Map<String, Object> body) {
        var seconds = list(body.getOrDefault("seconds", List.of(2, 6)));
        return new Type(
                name,
                text(body.get("name")),
                Boolean.TRUE.equals(body.get("lowerCase")),
                Boolean.TRUE.equals(body.get("global")),
                name.startsWith("AWS::IAM::"),
                Boolean.TRUE.equals(body.get("many")),
                text(body.get("arn")),
                body.containsKey("ref") ? text(body.get("ref")) : "{name}",
                texts(body.get("attributes")),
                list(body.get("required")).stream().map(Trees::text).toList(),
                list(body.get("replaces")).stream().map(Trees::text).toList(),
                text(body.get("creates")),
                texts(body.get("roles")),
                Boolean.TRUE.equals(body.get("goesEmpty")),
                text(body.get("told")),
                Integer.parseInt(text(seconds.getFirst())),
                Integer.parseInt(text(seconds.getLast())));
    }

    private static Map<String, String> texts(@org.jspecify.annotations.Nullable Object tree) {
        var texts = new LinkedHashMap<String, String>();
        map(tree).forEach((k, v) -> texts.put(k, text(v)));
        return texts;
    }
}
