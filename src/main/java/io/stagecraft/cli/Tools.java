package io.stagecraft.cli;

/// What the commands work with, made once by `main` and handed to each.
///
/// @param screen draws and opens windows
public record Tools(Screen screen) {}
