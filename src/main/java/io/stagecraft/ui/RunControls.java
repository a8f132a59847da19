package io.stagecraft.ui;

/// What a person can do to the runs of the pipeline on the screen. Each call returns at once; what comes of it
/// shows in [Workspace#runProperty], and a refusal in [Workspace#messageProperty].
public interface RunControls {
    /// Starts an execution of the deployed pipeline; asks first for values that it cannot start without.
    void start();

    /// Asks for the values and revisions that one execution is to have, then starts it.
    void startWith();

    /// Stops the latest execution that still runs.
    ///
    /// @param abandon true leaves actions in progress alone, false waits for them
    void stop(boolean abandon);

    /// Answers the approval that waits in an action.
    void answer(String stage, String action, boolean approved, String comment);

    /// Runs a failed stage again.
    ///
    /// @param allActions false repeats only what failed
    void retry(String stage, boolean allActions);

    /// Opens the arrow into a stage of the deployed pipeline.
    void open(String stage);

    /// Closes the arrow into a stage of the deployed pipeline.
    void close(String stage, String reason);

    /// Leads to why an action failed: its row among the executions, with the cause in words.
    void showFailure(String stage, String action);
}
