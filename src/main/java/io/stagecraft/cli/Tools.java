package io.stagecraft.cli;

import io.stagecraft.catalog.ActionCatalog;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the commands work with, made once by `main` and handed to each.
///
/// @param screen draws and opens windows
/// @param catalog opened by the first command that asks
/// @param person answers a question; empty where nobody is there to ask
public record Tools(
        Screen screen,
        Supplier<ActionCatalog> catalog,
        Function<String, Optional<String>> person) {}
