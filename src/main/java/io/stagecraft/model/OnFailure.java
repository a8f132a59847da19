package io.stagecraft.model;

import java.util.Optional;

/// What a stage does when one of its actions fails.
///
/// @param result `ROLLBACK` or `RETRY`
/// @param retryMode what a retry runs again
public record OnFailure(
        Optional<Result> result,
        Optional<RetryMode> retryMode,
        Optional<Condition> condition,
        Extras extras) {
    /// What a stage does that only has a condition, or nothing yet.
    public static final OnFailure NOTHING =
            new OnFailure(Optional.empty(), Optional.empty(), Optional.empty(), Extras.NONE);

    /// Another result; a retry mode goes with a retry only.
    public OnFailure withResult(Optional<Result> result) {
        var mode = result.filter(r -> r == Result.RETRY).flatMap(_ -> retryMode);
        return new OnFailure(result, mode, condition, extras);
    }

    public OnFailure withRetryMode(Optional<RetryMode> retryMode) {
        return new OnFailure(result, retryMode, condition, extras);
    }

    public OnFailure withCondition(Optional<Condition> condition) {
        return new OnFailure(result, retryMode, condition, extras);
    }
}
