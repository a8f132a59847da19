package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;

import java.time.Instant;

/// Ends executions that nobody stopped: their pipeline was changed, or is gone.
final class Cancelling {
    private final Timeline time;
    private final Entrances entrances;
    private final Conditions conditions;

    Cancelling(Timeline time, Entrances entrances, Conditions conditions) {
        this.time = time;
        this.entrances = entrances;
        this.conditions = conditions;
    }

    /// Ends what is under way, since the pipeline has another structure now; parallel runs keep theirs and go on.
    void outdate(Pipeline pipeline) {
        pipeline.executions.stream()
                .filter(e -> e.isLive() && e.mode != ExecutionMode.PARALLEL)
                .forEach(e ->
                        cancel(
                                e,
                                "The pipeline was changed while this execution was in progress."));
    }

    /// Ends everything under way, since the pipeline goes.
    void end(Pipeline pipeline) {
        pipeline.executions.stream()
                .filter(Execution::isLive)
                .forEach(e -> cancel(e, "The pipeline was deleted."));
    }

    private void cancel(Execution execution, String why) {
        entrances.gate(execution).waiting.remove(execution);
        execution.stages.values().stream()
                .filter(s ->
                        s.status == StageExecutionStatus.IN_PROGRESS
                                || s.status == StageExecutionStatus.STOPPING)
                .forEach(s -> {
                    abandon(s, time.now());
                    s.status = StageExecutionStatus.CANCELLED;
                    conditions.giveUp(s);
                    entrances.release(s);
                });
        execution.status = PipelineExecutionStatus.CANCELLED;
        execution.summary = why;
        execution.updated = time.now();
    }

    /// Gives up what runs; whoever does the work outside is not told.
    static void abandon(StageRun run, Instant now) {
        run.latest.values().stream()
                .filter(StageRun.ActionRun::isRunning)
                .forEach(a -> {
                    a.status = ActionExecutionStatus.ABANDONED;
                    a.changed = now;
                });
    }
}
