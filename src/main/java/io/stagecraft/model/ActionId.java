package io.stagecraft.model;

/// Names one action for the program: never shown, exported or changed, so a rename breaks nothing that points here.
public record ActionId(String value) {}
