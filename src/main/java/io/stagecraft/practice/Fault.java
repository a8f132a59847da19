package io.stagecraft.practice;

/// Something that goes wrong on purpose: for trainers.
///
/// @param pipeline the pipeline's name; empty for any
/// @param action the action, or the rule of a stage condition, it happens to, by name
/// @param stays whether it happens each time until it is cleared, or only the next time
/// @param kind what goes wrong
public record Fault(String pipeline, String action, boolean stays, Kind kind) {
    /// What can go wrong.
    public sealed interface Kind {}

    /// The work fails.
    ///
    /// @param code such as `JobFailed`
    /// @param message what the provider says
    public record Fails(String code, String message) implements Kind {}

    /// The work never ends of itself; its timeout ends it.
    public record Hangs() implements Kind {}

    /// The work takes its time.
    ///
    /// @param times how much longer than usual
    public record Slow(int times) implements Kind {}

    /// The service is asked too often and refuses.
    public record Throttled() implements Kind {}

    /// What the action reads is not in the artifact bucket.
    public record ArtifactMissing() implements Kind {}

    /// The next time an action of that name runs, in any pipeline.
    public static Fault next(String action, Kind kind) {
        return new Fault("", action, false, kind);
    }

    /// Whether it is meant for an action of a pipeline.
    public boolean hits(String pipelineName, String actionName) {
        return action.equals(actionName) && (pipeline.isEmpty() || pipeline.equals(pipelineName));
    }
}
