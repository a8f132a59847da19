package io.stagecraft.model;

/// What happens when an execution meets another one.
public enum ExecutionMode {
    /// A newer execution overtakes one that waits.
    SUPERSEDED,
    /// Executions wait for each other, in order. V2 only.
    QUEUED,
    /// Executions do not meet. V2 only.
    PARALLEL
}
