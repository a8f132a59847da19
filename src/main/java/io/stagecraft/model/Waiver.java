package io.stagecraft.model;

/// Advice that somebody has switched off for one design, and why.
///
/// @param rule the id of the rule, such as `SC905`; what AWS refuses cannot be switched off, so an error's is without effect
/// @param reason in the words of who did it, for who comes after
public record Waiver(String rule, String reason) {}
