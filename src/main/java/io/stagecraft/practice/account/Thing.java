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
/// @param owner the ARN of the stack that made it, or [#LENT]
public record Thing(
        String type,
        String id,
        String name,
        String arn,
        String region,
        Map<String, Object> properties,
        Map<String, String> attributes,
        String owner) {
    /// The owner of a thing that only stands in for one outside.
    public static final String LENT = "lent";

    public Thing {
        properties = Map.copyOf(properties);
        attributes = Map.copyOf(attributes);
    }

    /// Whether it only stands in for something that a design takes as given.
    public boolean isLent() {
        return owner.equals(LENT);
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
