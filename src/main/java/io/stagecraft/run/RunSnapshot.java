package io.stagecraft.run;

import io.stagecraft.model.Moment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a pipeline stood at one moment.
///
/// @param taken when it was read; times are UTC
/// @param stages in drawn order
/// @param executions newest first
public record RunSnapshot(
        String pipeline, Instant taken, List<StageRun> stages, List<ExecutionRun> executions) {
    public RunSnapshot {
        stages = List.copyOf(stages);
        executions = List.copyOf(executions);
    }

    public Optional<StageRun> stage(String name) {
        return stages.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// Whether anything may still change by itself.
    public boolean isLive() {
        return executions.stream().anyMatch(e -> e.status().isLive());
    }

    /// One stage.
    ///
    /// @param execution the execution that is or was last in it
    /// @param waiting executions in front of its arrow, in order
    /// @param closedReason why its arrow is closed; empty while it is open
    /// @param rules what its conditions looked at in that execution
    public record StageRun(
            String name,
            RunStatus status,
            Optional<String> execution,
            List<String> waiting,
            Optional<String> closedReason,
            List<ActionRun> actions,
            List<RuleRun> rules) {
        public StageRun {
            waiting = List.copyOf(waiting);
            actions = List.copyOf(actions);
            rules = List.copyOf(rules);
        }

        /// One whose conditions have not looked at anything.
        public StageRun(
                String name,
                RunStatus status,
                Optional<String> execution,
                List<String> waiting,
                Optional<String> closedReason,
                List<ActionRun> actions) {
            this(name, status, execution, waiting, closedReason, actions, List.of());
        }

        public Optional<ActionRun> action(String name) {
            return actions.stream().filter(a -> a.name().equals(name)).findFirst();
        }
    }

    /// One rule of a condition.
    ///
    /// @param moment when the stage looks at it
    /// @param changed when its state changed last
    /// @param words what it found, or why it could not look
    public record RuleRun(
            Moment moment,
            String name,
            RunStatus status,
            Optional<Instant> changed,
            String words) {}

    /// One action.
    ///
    /// @param started when its latest execution began; empty when it never ran
    /// @param changed when its state changed last
    /// @param summary what the provider said
    /// @param approvalToken needed to answer a waiting approval
    /// @param failure why it failed
    /// @param externalUrl where the provider shows the work
    /// @param log the lines it wrote, as far as they are at hand
    public record ActionRun(
            String name,
            RunStatus status,
            Optional<Instant> started,
            Optional<Instant> changed,
            String summary,
            Optional<String> approvalToken,
            Optional<Failure> failure,
            Optional<String> externalUrl,
            List<String> log) {
        public ActionRun {
            log = List.copyOf(log);
        }
    }

    /// Why an action failed, in AWS's words.
    ///
    /// @param code such as `PermissionError` or `JobFailed`
    public record Failure(String code, String message) {}

    /// One execution.
    ///
    /// @param trigger what started it, in words
    /// @param revision what it carries: the first source's revision and its message, or empty
    public record ExecutionRun(
            String id,
            RunStatus status,
            Instant started,
            Instant updated,
            String trigger,
            String revision,
            String summary) {}
}
