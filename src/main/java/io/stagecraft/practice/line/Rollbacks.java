package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.ExecutionType;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

/// Takes a stage back to what succeeded in it before: an execution of its own, of that one stage.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-rollback.html">Configure stage rollback</a>
final class Rollbacks {
    private final Timeline time;
    private final Ids ids;
    private final Entrances entrances;

    Rollbacks(Timeline time, Ids ids, Entrances entrances) {
        this.time = time;
        this.ids = ids;
        this.entrances = entrances;
    }

    /// Goes back to the last execution that succeeded in the stage, if there is one. What goes back and fails stays as it is: to
    /// go back again would bring the same failure without end.
    void automatic(StageRun run) {
        if (run.execution.isRollback()) {
            return;
        }
        var stage = run.stage.name();
        run.execution.pipeline.executions.reversed().stream()
                .filter(e -> e != run.execution && !e.isRollback())
                .filter(e -> e.version == run.execution.version)
                .filter(e ->
                        e.stage(stage)
                                .filter(s -> s.status == StageExecutionStatus.SUCCEEDED)
                                .isPresent())
                .findFirst()
                .ifPresent(target ->
                        start(
                                run.execution.pipeline,
                                stage,
                                target,
                                TriggerType.AUTOMATED_ROLLBACK,
                                run.execution.id));
    }

    /// Runs one stage with what another execution brought there.
    Execution start(
            Pipeline pipeline, String stage, Execution target, TriggerType trigger, String detail) {
        var execution =
                new Execution(
                        ids.uuid(), pipeline, ExecutionType.ROLLBACK, trigger, detail, time.now());
        execution.rollbackTarget = target.id;
        execution.variables.putAll(target.variables);
        execution.artifacts.putAll(target.artifacts);
        execution.namespaces.putAll(target.namespaces);
        execution.revisions.addAll(target.revisions);
        pipeline.executions.add(execution);
        var names = pipeline.declaration.stages().stream().map(s -> s.name()).toList();
        entrances.arrive(execution, names.indexOf(stage));
        return execution;
    }
}
