package io.stagecraft.model;

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

    /// As a shell writes it, `NAME=value`; of one that stands elsewhere only the name, as nobody knows its value.
    public String assigned() {
        return name + "=" + (kind == Kind.PLAINTEXT ? value : "");
    }
}
