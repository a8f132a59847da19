package io.stagecraft.cli;

import io.stagecraft.catalog.ActionCatalog;

import java.util.function.Supplier;

/// What the commands work with, made once by `main` and handed to each.
///
/// @param screen draws and opens windows
/// @param catalog opened by the first command that asks
public record Tools(Screen screen, Supplier<ActionCatalog> catalog) {}
