package io.stagecraft.ui;

/// A line on the sheet of shortcuts.
///
/// @param words what it does
/// @param keys as people read them, such as "Alt+Up"
public record KeyHelp(String words, String keys) {}
