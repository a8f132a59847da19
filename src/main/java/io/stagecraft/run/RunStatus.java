package io.stagecraft.run;

/// How something that runs stands. A mark and a word say it, never colour alone.
public enum RunStatus {
    NOT_RUN("Not run"),
    IN_PROGRESS("In progress"),
    WAITING_FOR_APPROVAL("Waiting for approval"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    STOPPING("Stopping"),
    STOPPED("Stopped"),
    CANCELLED("Cancelled"),
    SUPERSEDED("Superseded"),
    SKIPPED("Skipped"),
    ABANDONED("Abandoned");

    private final String words;

    RunStatus(String words) {
        this.words = words;
    }

    /// What the screen says.
    public String words() {
        return words;
    }

    /// Whether it may still change by itself.
    public boolean isLive() {
        return this == IN_PROGRESS || this == WAITING_FOR_APPROVAL || this == STOPPING;
    }
}
