package io.stagecraft.model;

/// Names one environment for the program: never shown, exported or changed.
public record EnvironmentId(String value) {}
