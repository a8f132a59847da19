package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.FailureConditions;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RetryTrigger;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

import java.util.Optional;

/// Moves executions through their stages: run order, conditions, failure, retry, rollback.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html">How executions work</a>
final class Runner {
    private static final int AT_ONCE = 5;

    private final Timeline time;
    private final Ids ids;
    private final Player player;
    private final Conditions conditions;
    private final Entrances entrances;
    private final Rollbacks rollbacks;
    final Cancelling cancelling;

    Runner(Timeline time, Ids ids, Player player, Conditions conditions) {
        this.time = time;
        this.ids = ids;
        this.player = player;
        this.conditions = conditions;
        this.entrances = new Entrances(time, this::begin);
        this.rollbacks = new Rollbacks(time, ids, entrances);
        this.cancelling = new Cancelling(time, entrances, conditions);
    }

    /// A new execution, at the first stage's gate.
    void start(Execution execution) {
        execution.pipeline.executions.add(execution);
        entrances.arrive(execution, 0);
    }

    /// Lets in who may come in.
    void admit(Pipeline pipeline, String stage) {
        entrances.admit(pipeline, stage);
    }

    private void begin(Execution execution) {
        var stage = execution.stage();
        var run = new StageRun(execution, stage);
        execution.stages.put(stage.name(), run);
        entrances.hold(run);
        enter(run);
    }

    private void enter(StageRun run) {
        var entry = run.stage.beforeEntry();
        if (entry == null) {
            proceed(run);
            return;
        }
        conditions.ask(
                run,
                StageRun.Hook.BEFORE_ENTRY,
                entry.conditions(),
                met -> {
                    if (met || isOver(run)) {
                        proceed(run);
                    } else if (entry.conditions().getFirst().result() == Result.SKIP) {
                        run.status = StageExecutionStatus.SKIPPED;
                        leave(run);
                    } else {
                        fail(run);
                    }
                });
    }

    /// Whether what its conditions say does not matter any more.
    private static boolean isOver(StageRun run) {
        return run.status != StageExecutionStatus.IN_PROGRESS;
    }

    /// Starts what is next in the stage, or ends it.
    private void proceed(StageRun run) {
        if (run.execution.status == PipelineExecutionStatus.STOPPING) {
            if (!run.isActive()) {
                stopped(run);
            }
            return;
        }
        if (isOver(run)) {
            return;
        }
        var orders =
                run.stage.actions().stream().map(Structure::order).distinct().sorted().toList();
        for (int order : orders) {
            var group =
                    run.stage.actions().stream().filter(a -> Structure.order(a) == order).toList();
            if (group.stream().allMatch(a -> isDone(run, a))) {
                continue;
            }
            for (var action : group) {
                if (!run.latest.containsKey(action.name()) && hasRoom(run)) {
                    start(run, action);
                }
            }
            boolean over =
                    group.stream().allMatch(a -> run.latest.containsKey(a.name()))
                            && !run.isActive();
            if (over && group.stream().anyMatch(a -> !isDone(run, a))) {
                failByAction(run);
            }
            return;
        }
        succeed(run);
    }

    private static boolean isDone(StageRun run, ActionDeclaration action) {
        var latest = run.latest.get(action.name());
        return latest != null && latest.status == ActionExecutionStatus.SUCCEEDED;
    }

    private static boolean hasRoom(StageRun run) {
        return run.execution.mode != ExecutionMode.PARALLEL
                || run.latest.values().stream().filter(StageRun.ActionRun::isRunning).count()
                        < AT_ONCE;
    }

    private void start(StageRun run, ActionDeclaration declaration) {
        var action = new StageRun.ActionRun(ids.uuid(), run, declaration, time.now());
        run.latest.put(declaration.name(), action);
        run.execution.actions.add(action);
        player.play(
                action,
                new Player.End() {
                    @Override
                    public void succeeded() {
                        ended(action, ActionExecutionStatus.SUCCEEDED);
                    }

                    @Override
                    public void failed(String code, String message) {
                        if (action.isRunning()) {
                            action.errorCode = code;
                            action.errorMessage = message;
                            action.summary = message;
                        }
                        ended(action, ActionExecutionStatus.FAILED);
                    }
                });
    }

    /// Notes how an action ended, unless it was given up before.
    void ended(StageRun.ActionRun action, ActionExecutionStatus status) {
        if (action.isRunning()) {
            action.status = status;
            action.changed = time.now();
            action.stage.execution.updated = time.now();
            proceed(action.stage);
        }
    }

    private void succeed(StageRun run) {
        var success = run.stage.onSuccess();
        if (success == null) {
            run.status = StageExecutionStatus.SUCCEEDED;
            leave(run);
            return;
        }
        conditions.ask(
                run,
                StageRun.Hook.ON_SUCCESS,
                success.conditions(),
                met -> {
                    if (isOver(run)) {
                        proceed(run);
                    } else if (met) {
                        run.status = StageExecutionStatus.SUCCEEDED;
                        leave(run);
                    } else {
                        fail(run);
                        if (success.conditions().getFirst().result() == Result.ROLLBACK) {
                            rollbacks.automatic(run);
                        }
                    }
                });
    }

    private void leave(StageRun run) {
        entrances.release(run);
        var execution = run.execution;
        boolean last = execution.at == execution.declaration.stages().size() - 1;
        if (last || execution.isRollback()) {
            execution.status = PipelineExecutionStatus.SUCCEEDED;
        } else {
            entrances.arrive(execution, execution.at + 1);
        }
        entrances.admit(execution.pipeline, run.stage.name());
    }

    private void fail(StageRun run) {
        run.status = StageExecutionStatus.FAILED;
        entrances.release(run);
        run.execution.status = PipelineExecutionStatus.FAILED;
        entrances.admit(run.execution.pipeline, run.stage.name());
    }

    /// An action failed: the stage says what comes of it.
    private void failByAction(StageRun run) {
        var failure = Optional.ofNullable(run.stage.onFailure());
        if (failure.filter(f -> f.result() == Result.RETRY).isPresent()
                && run.automaticRetries == 0) {
            retryByItself(run, failure.get());
            return;
        }
        fail(run);
        failure.ifPresent(f -> afterFailure(run, f));
    }

    private void retryByItself(StageRun run, FailureConditions failure) {
        run.automaticRetries++;
        run.lastRetry = RetryTrigger.AUTOMATED_STAGE_RETRY;
        boolean all =
                failure.retryConfiguration() != null
                        && failure.retryConfiguration().retryMode() == StageRetryMode.ALL_ACTIONS;
        again(run, all);
    }

    private void afterFailure(StageRun run, FailureConditions failure) {
        if (failure.result() == Result.ROLLBACK) {
            rollbacks.automatic(run);
        } else if (failure.hasConditions() && !failure.conditions().isEmpty()) {
            conditions.ask(
                    run,
                    StageRun.Hook.ON_FAILURE,
                    failure.conditions(),
                    met -> {
                        if (met
                                && run.status == StageExecutionStatus.FAILED
                                && failure.conditions().getFirst().result() == Result.ROLLBACK) {
                            rollbacks.automatic(run);
                        }
                    });
        }
    }

    /// Takes up a stage again where it failed: at its entry condition, its actions or its success condition.
    private void again(StageRun run, boolean all) {
        boolean atEntry = run.isAtEntry();
        if (all) {
            run.latest.clear();
        } else {
            run.latest.values().removeIf(a -> a.status != ActionExecutionStatus.SUCCEEDED);
        }
        run.checks.keySet().removeIf(hook -> atEntry || hook != StageRun.Hook.BEFORE_ENTRY);
        entrances.hold(run);
        if (atEntry) {
            enter(run);
        } else {
            proceed(run);
        }
    }

    /// Runs a failed or stopped stage again.
    void retry(StageRun run, boolean all) {
        run.manualRetries++;
        run.lastRetry = RetryTrigger.MANUAL_STAGE_RETRY;
        run.execution.at = run.execution.declaration.stages().indexOf(run.stage);
        again(run, all);
    }

    /// Goes on as if a condition held, whether it is still being asked or has failed its stage.
    void override(StageRun run, StageRun.Hook hook, StageRun.Check check, String who) {
        conditions.override(check, who);
        run.execution.at = run.execution.declaration.stages().indexOf(run.stage);
        entrances.hold(run);
        if (hook == StageRun.Hook.BEFORE_ENTRY) {
            proceed(run);
        } else {
            run.status = StageExecutionStatus.SUCCEEDED;
            leave(run);
        }
    }

    /// Runs one stage with what another execution brought there, as somebody wants it.
    Execution rollBack(Pipeline pipeline, String stage, Execution target, String who) {
        return rollbacks.start(pipeline, stage, target, TriggerType.MANUAL_ROLLBACK, who);
    }

    /// Stops an execution: at once, or when what runs has ended.
    void stop(Execution execution, boolean abandon) {
        if (entrances.gate(execution).waiting.remove(execution)) {
            execution.status = PipelineExecutionStatus.STOPPED;
            execution.updated = time.now();
            return;
        }
        var run = execution.stage(execution.stage().name()).orElseThrow();
        execution.status = PipelineExecutionStatus.STOPPING;
        execution.updated = time.now();
        run.status = StageExecutionStatus.STOPPING;
        if (abandon) {
            Cancelling.abandon(run, time.now());
        }
        conditions.giveUp(run);
        proceed(run);
    }

    private void stopped(StageRun run) {
        run.status = StageExecutionStatus.STOPPED;
        run.execution.status = PipelineExecutionStatus.STOPPED;
        entrances.release(run);
        entrances.admit(run.execution.pipeline, run.stage.name());
    }
}
