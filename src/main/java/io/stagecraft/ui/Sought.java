package io.stagecraft.ui;

import io.stagecraft.model.ActionId;

import java.util.Optional;

/// A permission that somebody wants to see: that of a call, for an action.
///
/// @param action empty where it is not known which action made the call
/// @param call such as `codebuild:StartBuild`
public record Sought(Optional<ActionId> action, String call) {}
