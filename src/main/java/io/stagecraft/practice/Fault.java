package io.stagecraft.practice;

/// Something that goes wrong on purpose, once: for trainers.
public sealed interface Fault {
    /// The action it happens to, by name, in any pipeline.
    String action();

    /// The action's work fails.
    ///
    /// @param code such as `JobFailed`
    /// @param message what the provider says
    record Fails(String action, String code, String message) implements Fault {}

    /// What the action reads is not in the artifact bucket.
    record ArtifactMissing(String action) implements Fault {}

    /// The action takes its time.
    ///
    /// @param times how much longer than usual
    record Slow(String action, int times) implements Fault {}
}
