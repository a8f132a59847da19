package io.stagecraft.aws;

import io.stagecraft.run.RunSnapshot;

import java.util.List;
import java.util.Map;

/// The runs of pipelines in one target. Every call talks to the network; none belongs on the UI thread.
public interface Runs {
    /// How a pipeline stands now: its stages, actions, transitions and latest executions.
    ///
    /// @throws AwsRefusal with the AWS code, what was refused, and what to do about it
    RunSnapshot read(String pipeline) throws AwsRefusal;

    /// How one execution went, stage by stage: what a row of the execution list opens.
    RunSnapshot read(String pipeline, String execution) throws AwsRefusal;

    /// The pipelines there are, by name.
    List<String> pipelines() throws AwsRefusal;

    /// Starts an execution with the values that its variables have by default.
    ///
    /// @return its id
    default String start(String pipeline) throws AwsRefusal {
        return start(pipeline, Map.of());
    }

    /// Starts an execution.
    ///
    /// @param variables values by name; one that is not among them has its default
    /// @return its id
    String start(String pipeline, Map<String, String> variables) throws AwsRefusal;

    /// Stops an execution; abandoning does not wait for actions in progress.
    void stop(String pipeline, String execution, boolean abandon, String reason) throws AwsRefusal;

    /// Answers a waiting approval.
    ///
    /// @param token as in [RunSnapshot.ActionRun#approvalToken]
    void answer(
            String pipeline,
            String stage,
            String action,
            String token,
            boolean approved,
            String comment)
            throws AwsRefusal;

    /// Runs a failed stage again.
    ///
    /// @param allActions false to repeat only what failed
    void retry(String pipeline, String stage, String execution, boolean allActions)
            throws AwsRefusal;

    /// Opens the arrow into a stage.
    void open(String pipeline, String stage) throws AwsRefusal;

    /// Closes the arrow into a stage.
    ///
    /// @param reason 1–300 of `[a-zA-Z0-9!@ ().*?-]`
    void close(String pipeline, String stage, String reason) throws AwsRefusal;
}
