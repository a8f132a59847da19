package io.stagecraft.project;

/// A starter pipeline.
///
/// @param name its folder, such as `release`
/// @param title the heading of its page
/// @param paragraph whom it is for
public record Template(String name, String title, String paragraph) {}
