package io.stagecraft.practice.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something that stands in for a kind of resource of a template that nobody has here.
///
/// @param key its logical id
/// @param type such as `AWS::SQS::Queue`
/// @param properties the name that the stack's role is meant to allow, and a word for whatever else AWS needs
public record Standing(String key, String type, Map<String, String> properties) {
    /// The value of properties that only the real template knows.
    static final String PLAYED = "played";

    /// @param named a pattern; each `*` in it is filled
    static Standing of(ResourceTypes.Type type, String named) {
        var properties = new LinkedHashMap<String, String>();
        type.required().forEach(p -> properties.put(p, PLAYED));
        if (!type.naming().isEmpty() && !named.replace("*", "").isEmpty()) {
            properties.put(type.naming(), named.replace("*", PLAYED));
        }
        var pieces = type.name().split("::");
        return new Standing(
                "Played" + pieces[1] + pieces[pieces.length - 1], type.name(), properties);
    }
}
