package io.stagecraft.model;

/// What an automatic retry runs again.
public enum RetryMode {
    FAILED_ACTIONS,
    ALL_ACTIONS
}
