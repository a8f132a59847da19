package io.stagecraft.model;

/// What a stage condition does to the stage.
public enum Result {
    ROLLBACK,
    FAIL,
    RETRY,
    SKIP
}
