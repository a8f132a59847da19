package io.stagecraft.model;

/// Names one stage for the program: never shown, exported or changed, so a rename breaks nothing that points here.
public record StageId(String value) {}
