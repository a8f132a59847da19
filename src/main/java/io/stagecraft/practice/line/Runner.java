package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionType;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Result;
import software.amazon.awssdk.services.codepipeline.model.RetryTrigger;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageRetryMode;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/// Moves executions through their stages: gates, locks, run order, failure, retry, rollback.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts-how-it-works.html">How executions work</a>
final class Runner {
    private static final int AT_ONCE = 5;

    private final Timeline time;
    private final Ids ids;
    private final Player player;

    Runner(Timeline time, Ids ids, Player player) {
        this.time = time;
        this.ids = ids;
        this.player = player;
    }

    /// A new execution, at the first stage's gate.
    void start(Execution execution) {
        execution.pipeline.executions.add(execution);
        arrive(execution, 0);
    }

    private void arrive(Execution execution, int stage) {
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
        admit(execution.pipeline, execution.declaration.stages().get(stage).name());
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
            begin(gate.waiting.removeFirst());
        }
    }

    private Pipeline.Gate gate(Execution execution) {
        return execution.pipeline.gate(execution.declaration.stages().get(execution.at).name());
    }

    private void begin(Execution execution) {
        var stage = execution.declaration.stages().get(execution.at);
        var run = new StageRun(execution, stage);
        execution.stages.put(stage.name(), run);
        hold(run);
        if (stage.beforeEntry() == null) {
            proceed(run);
            return;
        }
        check(
                run,
                "BEFORE_ENTRY",
                stage.beforeEntry().conditions(),
                met -> {
                    if (met) {
                        proceed(run);
                    } else if (stage.beforeEntry().conditions().getFirst().result()
                            == Result.SKIP) {
                        run.status = StageExecutionStatus.SKIPPED;
                        leave(run);
                    } else {
                        fail(run, false);
                    }
                });
    }

    private void hold(StageRun run) {
        var gate = gate(run.execution);
        if (run.execution.mode != ExecutionMode.PARALLEL) {
            gate.holder = run.execution;
        }
        gate.latest = run;
        run.status = StageExecutionStatus.IN_PROGRESS;
        run.execution.status = PipelineExecutionStatus.IN_PROGRESS;
        run.execution.updated = time.now();
    }

    private void release(StageRun run) {
        var gate = run.execution.pipeline.gate(run.stage.name());
        if (gate.holder == run.execution) {
            gate.holder = null;
        }
        run.execution.updated = time.now();
    }

    /// Starts what is next in the stage, or ends it.
    private void proceed(StageRun run) {
        if (run.execution.status == PipelineExecutionStatus.STOPPING) {
            if (!run.isActive()) {
                stopped(run);
            }
            return;
        }
        if (run.status != StageExecutionStatus.IN_PROGRESS) {
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
                fail(run, true);
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
        var stage = run.stage;
        if (stage.onSuccess() == null) {
            run.status = StageExecutionStatus.SUCCEEDED;
            leave(run);
            return;
        }
        check(
                run,
                "ON_SUCCESS",
                stage.onSuccess().conditions(),
                met -> {
                    if (met) {
                        run.status = StageExecutionStatus.SUCCEEDED;
                        leave(run);
                    } else {
                        boolean back =
                                stage.onSuccess().conditions().getFirst().result()
                                        == Result.ROLLBACK;
                        fail(run, false);
                        if (back) {
                            rollBack(run);
                        }
                    }
                });
    }

    private void leave(StageRun run) {
        release(run);
        var execution = run.execution;
        boolean last = execution.at == execution.declaration.stages().size() - 1;
        if (last || execution.type == ExecutionType.ROLLBACK) {
            execution.status = PipelineExecutionStatus.SUCCEEDED;
        } else {
            arrive(execution, execution.at + 1);
        }
        admit(execution.pipeline, run.stage.name());
    }

    private void fail(StageRun run, boolean byAction) {
        run.status = StageExecutionStatus.FAILED;
        var onFailure = run.stage.onFailure();
        if (byAction
                && onFailure != null
                && onFailure.result() == Result.RETRY
                && run.automaticRetries == 0) {
            run.automaticRetries++;
            run.lastRetry = RetryTrigger.AUTOMATED_STAGE_RETRY;
            boolean all =
                    onFailure.retryConfiguration() != null
                            && onFailure.retryConfiguration().retryMode()
                                    == StageRetryMode.ALL_ACTIONS;
            again(run, all);
            return;
        }
        release(run);
        run.execution.status = PipelineExecutionStatus.FAILED;
        if (byAction && onFailure != null) {
            if (onFailure.result() == Result.ROLLBACK) {
                rollBack(run);
            } else if (onFailure.hasConditions() && !onFailure.conditions().isEmpty()) {
                check(
                        run,
                        "ON_FAILURE",
                        onFailure.conditions(),
                        met -> {
                            if (met
                                    && onFailure.conditions().getFirst().result()
                                            == Result.ROLLBACK) {
                                rollBack(run);
                            }
                        });
            }
        }
        admit(run.execution.pipeline, run.stage.name());
    }

    private void again(StageRun run, boolean all) {
        if (all) {
            run.latest.clear();
        } else {
            run.latest.values().removeIf(a -> a.status != ActionExecutionStatus.SUCCEEDED);
        }
        run.checks.clear();
        hold(run);
        proceed(run);
    }

    /// Runs a failed or stopped stage again.
    void retry(StageRun run, boolean all) {
        run.manualRetries++;
        run.lastRetry = RetryTrigger.MANUAL_STAGE_RETRY;
        run.execution.at = run.execution.declaration.stages().indexOf(run.stage);
        again(run, all);
    }

    /// Goes back to the last execution that succeeded in the stage, if there is one.
    private void rollBack(StageRun run) {
        var stage = run.stage.name();
        run.execution.pipeline.executions.reversed().stream()
                .filter(e ->
                        e != run.execution
                                && e.type == ExecutionType.STANDARD
                                && e.version == run.execution.version)
                .filter(e ->
                        e.stage(stage)
                                .filter(s -> s.status == StageExecutionStatus.SUCCEEDED)
                                .isPresent())
                .findFirst()
                .ifPresent(target ->
                        rollBack(
                                run.execution.pipeline,
                                stage,
                                target,
                                TriggerType.AUTOMATED_ROLLBACK,
                                run.execution.id));
    }

    /// Runs one stage with what another execution brought there.
    Execution rollBack(
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
        arrive(execution, names.indexOf(stage));
        return execution;
    }

    /// Stops an execution: at once, or when what runs has ended.
    void stop(Execution execution, boolean abandon) {
        var gate = gate(execution);
        if (gate.waiting.remove(execution)) {
            execution.status = PipelineExecutionStatus.STOPPED;
            execution.updated = time.now();
            return;
        }
        var run =
                java.util.Objects.requireNonNull(
                        execution.stages.get(
                                execution.declaration.stages().get(execution.at).name()));
        execution.status = PipelineExecutionStatus.STOPPING;
        run.status = StageExecutionStatus.STOPPING;
        if (abandon) {
            abandon(run);
        }
        proceed(run);
    }

    private void abandon(StageRun run) {
        run.latest.values().stream()
                .filter(StageRun.ActionRun::isRunning)
                .forEach(a -> {
                    a.status = ActionExecutionStatus.ABANDONED;
                    a.changed = time.now();
                });
    }

    private void stopped(StageRun run) {
        run.status = StageExecutionStatus.STOPPED;
        run.execution.status = PipelineExecutionStatus.STOPPED;
        release(run);
        admit(run.execution.pipeline, run.stage.name());
    }

    /// Ends everything under way: the pipeline has another structure now, or is gone.
    void cancelAll(Pipeline pipeline) {
        for (var execution : pipeline.executions) {
            if (!execution.isLive()) {
                continue;
            }
            gate(execution).waiting.remove(execution);
            execution.stages.values().stream()
                    .filter(s ->
                            s.status == StageExecutionStatus.IN_PROGRESS
                                    || s.status == StageExecutionStatus.STOPPING)
                    .forEach(s -> {
                        abandon(s);
                        s.status = StageExecutionStatus.CANCELLED;
                        release(s);
                    });
            execution.status = PipelineExecutionStatus.CANCELLED;
            execution.summary = "The pipeline was changed while this execution was in progress.";
            execution.updated = time.now();
        }
    }

    private void check(
            StageRun run, String hook, List<Condition> conditions, Consumer<Boolean> then) {
        var check = new StageRun.Check(time.now());
        run.checks.put(hook, check);
        var rules = conditions.stream().flatMap(c -> c.rules().stream()).toList();
        for (var rule : rules) {
            var played = new StageRun.RuleRun(ids.uuid(), run.stage.name(), rule, time.now());
            check.rules.add(played);
            run.execution.rules.add(played);
        }
        time.after(
                Duration.ofSeconds(2),
                () -> {
                    for (var rule : check.rules) {
                        boolean met = isMet(rule, run);
                        rule.status =
                                met ? RuleExecutionStatus.SUCCEEDED : RuleExecutionStatus.FAILED;
                        rule.changed = time.now();
                    }
                    boolean met =
                            check.rules.stream()
                                    .allMatch(r -> r.status == RuleExecutionStatus.SUCCEEDED);
                    check.status =
                            met
                                    ? ConditionExecutionStatus.SUCCEEDED
                                    : ConditionExecutionStatus.FAILED;
                    check.changed = time.now();
                    if (run.status == StageExecutionStatus.IN_PROGRESS
                            || hook.equals("ON_FAILURE")) {
                        then.accept(met);
                    } else if (run.execution.status == PipelineExecutionStatus.STOPPING) {
                        proceed(run);
                    }
                });
    }

    /// A rule that compares is worked out; any other is played as succeeding.
    private static boolean isMet(StageRun.RuleRun rule, StageRun run) {
        Map<String, String> settings = rule.rule.configuration();
        try {
            rule.resolved = new Variables(run.execution).resolve(settings);
        } catch (Variables.Unresolved e) {
            rule.summary = "A variable has no value: " + e.getMessage();
            return false;
        }
        var operator = Optional.ofNullable(rule.resolved.get("Operator"));
        var is = rule.resolved.getOrDefault("Variable", "");
        var should = rule.resolved.getOrDefault("Value", "");
        rule.summary = operator.map(o -> is + " " + o + " " + should).orElse("");
        return switch (operator.orElse("")) {
            case "EQ" -> is.equals(should);
            case "NE" -> !is.equals(should);
            case "CONTAINS" -> is.contains(should);
            case "MATCHES" -> matches(is, should);
            default -> true;
        };
    }

    private static boolean matches(String text, String pattern) {
        try {
            return text.matches(pattern);
        } catch (PatternSyntaxException _) {
            return false; // nothing is like a pattern that is none
        }
    }
}
