package io.stagecraft.aws;

import io.stagecraft.run.PastAction;
import io.stagecraft.run.RunSnapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The runs of pipelines in one target. Every call talks to the network; none belongs on the UI thread.
public interface Runs {
    /// How a pipeline stands now: its stages, actions, transitions and latest executions.
    ///
    /// @throws AwsRefusal with the AWS code, what was refused, and what to do about it
    RunSnapshot read(String pipeline) throws AwsRefusal;

    /// How one execution went, stage by stage: what a row of the execution list opens.
    RunSnapshot read(String pipeline, String execution) throws AwsRefusal;

    /// What actions did in the latest executions, newest first: some hundred of them.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ListActionExecutions.html">ListActionExecutions</a>
    List<PastAction> history(String pipeline) throws AwsRefusal;

    /// The pipelines there are, by name.
    List<String> pipelines() throws AwsRefusal;

    /// Starts an execution with the defaults of its variables and the newest revisions.
    ///
    /// @return its id
    default String start(String pipeline) throws AwsRefusal {
        return start(pipeline, Start.PLAIN);
    }

    /// Starts an execution with values and the newest revisions.
    ///
    /// @param variables values by name; one that is not among them has its default
    /// @return its id
    default String start(String pipeline, Map<String, String> variables) throws AwsRefusal {
        return start(pipeline, new Start(new LinkedHashMap<>(variables), List.of()));
    }

    /// Starts an execution.
    ///
    /// @return its id
    String start(String pipeline, Start with) throws AwsRefusal;

    /// What somebody wants of one execution only.
    ///
    /// @param variables values of pipeline variables, by name
    /// @param revisions sources that are not to take their newest revision
    record Start(SequencedMap<String, String> variables, List<Revision> revisions) {
        /// Nothing out of the ordinary.
        public static final Start PLAIN = new Start(new LinkedHashMap<>(), List.of());

        public Start {
            variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
            revisions = List.copyOf(revisions);
        }
    }

    /// The revision that a source action takes.
    ///
    /// @param type as CodePipeline calls it, such as `COMMIT_ID`
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_SourceRevisionOverride.html">SourceRevisionOverride</a>
    record Revision(String action, String type, String value) {}

    /// The last lines that an action wrote in an execution, oldest first; none where it wrote none.
    List<String> log(String pipeline, String execution, String stage, String action)
            throws AwsRefusal;

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
