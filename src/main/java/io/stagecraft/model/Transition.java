package io.stagecraft.model;

/// The arrow into a stage: whether executions may pass it.
public sealed interface Transition {
    /// Executions go on by themselves.
    record Open() implements Transition {}

    /// Executions wait here until somebody opens it.
    ///
    /// @param reason 1–300 of `[a-zA-Z0-9!@ ().*?-]`
    record Closed(String reason) implements Transition {}

    /// The one value of [Open].
    Transition OPEN = new Open();
}
