package io.stagecraft.model;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A variable that an action or a build project hands to what it runs.
///
/// @param value the text itself, or the name or ARN of the parameter or secret that holds it
public record EnvironmentVariable(String name, String value, Kind kind) {
    /// Where the value stands. Actions know no `PARAMETER_STORE`; build projects do.
    public enum Kind {
        PLAINTEXT,
        PARAMETER_STORE,
        SECRETS_MANAGER
    }

    private static final Pattern OBJECT =
            Pattern.compile("\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*}");

    /// Those in CodeBuild's `EnvironmentVariables`, a flat JSON array of objects.
    public static Stream<EnvironmentVariable> in(String json) {
        return OBJECT.matcher(json)
                .results()
                .map(o ->
                        new EnvironmentVariable(
                                member(o.group(), "name"),
                                member(o.group(), "value"),
                                Stream.of(Kind.values())
                                        .filter(k -> k.name().equals(member(o.group(), "type")))
                                        .findFirst()
                                        .orElse(Kind.PLAINTEXT)));
    }

    private static String member(String object, String name) {
        var match =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                        .matcher(object);
        return match.find() ? match.group(1).replace("\\/", "/") : "";
    }
}
