package io.stagecraft.model;

import java.util.Optional;

/// A pipeline variable, `#{variables.NAME}`; V2 only.
///
/// @param name 1–128 of `[A-Za-z0-9@_-]`
/// @param defaultValue 1–1000 characters; without one, every start must give a value
/// @param description up to 200 characters
public record Variable(String name, Optional<String> defaultValue, String description) {
    public Variable withName(String name) {
        return new Variable(name, defaultValue, description);
    }

    public Variable withDefaultValue(Optional<String> defaultValue) {
        return new Variable(name, defaultValue, description);
    }

    public Variable withDescription(String description) {
        return new Variable(name, defaultValue, description);
    }
}
