package io.stagecraft.practice.account;

import java.util.Map;
import java.util.Optional;

/// Something that exists in the account: a role, a bucket, a project.
///
/// @param type as CloudFormation calls it, such as `AWS::IAM::Role`
/// @param id what `Ref` gives
/// @param name what people call it; the id where it has no other name
/// @param arn empty for what has none
/// @param region where it lives; `global` for what lives everywhere
/// @param properties as given, functions worked out
/// @param attributes what `Fn::GetAtt` gives
/// @param owner the ARN of the stack that made it
public record Thing(
        String type,
        String id,
        String name,
        String arn,
        String region,
        Map<String, Object> properties,
        Map<String, String> attributes,
        String owner) {
    public Thing {
        properties = Map.copyOf(properties);
        attributes = Map.copyOf(attributes);
    }

    /// A property's text; nothing for one that is absent or no text.
    public Optional<String> text(String property) {
        return properties.get(property) instanceof Object value
                        && !(value instanceof Map)
                        && !(value instanceof Iterable)
                ? Optional.of(value.toString())
                : Optional.empty();
    }
}
