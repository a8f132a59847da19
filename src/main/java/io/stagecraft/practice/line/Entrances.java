package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;

import java.util.List;
import java.util.function.Consumer;

/// The ways into stages: who waits before one, who is let in, who holds it.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html">How executions work</a>
final class Entrances {
    private final Timeline time;
    private final Consumer<Execution> enter;

    /// @param enter begins the stage that an execution has come to
    Entrances(Timeline time, Consumer<Execution> enter) {
        this.time = time;
        this.enter = enter;
    }

    /// Brings an execution before a stage, where a newer one takes an older one's place if the mode says so.
    void arrive(Execution execution, int stage) {
        execution.at = stage;
        execution.updated = time.now();
        var gate = gate(execution);
        if (execution.mode == ExecutionMode.SUPERSEDED) {
            for (var older : List.copyOf(gate.waiting)) {
                gate.waiting.remove(older);
                older.status = PipelineExecutionStatus.SUPERSEDED;
                older.summary = "Superseded by execution " + execution.id;
                older.updated = time.now();
            }
        }
        gate.waiting.add(execution);
        admit(execution.pipeline, execution.stage().name());
    }

    /// Lets in who may come in.
    void admit(Pipeline pipeline, String stage) {
        var gate = pipeline.gate(stage);
        while (gate.open && !gate.waiting.isEmpty()) {
            boolean free =
                    gate.holder == null || gate.waiting.getFirst().mode == ExecutionMode.PARALLEL;
            if (!free) {
                return;
            }
            enter.accept(gate.waiting.removeFirst());
        }
    }

    Pipeline.Gate gate(Execution execution) {
        return execution.pipeline.gate(execution.stage().name());
    }

    /// Has a stage's run hold the stage, alone unless runs are parallel.
    void hold(StageRun run) {
        var gate = gate(run.execution);
        if (run.execution.mode != ExecutionMode.PARALLEL) {
            gate.holder = run.execution;
        }
        gate.latest = run;
        run.status = StageExecutionStatus.IN_PROGRESS;
        run.execution.status = PipelineExecutionStatus.IN_PROGRESS;
        run.execution.updated = time.now();
    }

    /// Gives the stage free again; whoever waits comes in with [#admit].
    void release(StageRun run) {
        var gate = run.execution.pipeline.gate(run.stage.name());
        if (gate.holder == run.execution) {
            gate.holder = null;
        }
        run.execution.updated = time.now();
    }
}
