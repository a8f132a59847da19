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
        Extras extras) {}
