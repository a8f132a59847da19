package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Timeline;

import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;

import java.util.List;
import java.util.function.Consumer;

/// Asks a stage's conditions: all rules of one side by side, and it holds when each of them does.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/stage-conditions.html">Configure conditions for a stage</a>
final class Conditions {
    private final Timeline time;
    private final Ids ids;
    private final RulePlayer player;

    Conditions(Timeline time, Ids ids, RulePlayer player) {
        this.time = time;
        this.ids = ids;
        this.player = player;
    }

    /// @param conditions of which AWS allows just one
    /// @param then told whether it held, unless somebody overrode it or gave the rules up meanwhile
    void ask(StageRun run, StageRun.Hook hook, List<Condition> conditions, Consumer<Boolean> then) {
        var check = new StageRun.Check(conditions.getFirst(), time.now());
        run.checks.put(hook, check);
        for (var rule : check.condition.rules()) {
            var played = new StageRun.RuleRun(ids.uuid(), run.stage.name(), rule, time.now());
            check.rules.add(played);
            run.execution.rules.add(played);
        }
        for (var rule : List.copyOf(check.rules)) {
            player.play(rule, hook, run.execution, () -> settle(check, then));
        }
    }

    private void settle(StageRun.Check check, Consumer<Boolean> then) {
        if (check.status != ConditionExecutionStatus.IN_PROGRESS
                || check.rules.stream().anyMatch(StageRun.RuleRun::isRunning)) {
            return;
        }
        boolean met = check.rules.stream().allMatch(r -> r.status == RuleExecutionStatus.SUCCEEDED);
        check.status = met ? ConditionExecutionStatus.SUCCEEDED : ConditionExecutionStatus.FAILED;
        check.summary =
                check.rules.stream()
                        .filter(r -> r.status == RuleExecutionStatus.FAILED)
                        .map(r -> r.rule.name() + ": " + r.summary)
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
        check.changed = time.now();
        then.accept(met);
    }

    /// Ends a condition by a person's word: its rules count no more.
    void override(StageRun.Check check, String who) {
        end(check, ConditionExecutionStatus.OVERRIDDEN, who);
    }

    /// Ends the conditions that are being asked, since their stage is given up.
    void giveUp(StageRun run) {
        run.checks.values().stream()
                .filter(c -> c.status == ConditionExecutionStatus.IN_PROGRESS)
                .forEach(c -> end(c, ConditionExecutionStatus.ABANDONED, ""));
    }

    private void end(StageRun.Check check, ConditionExecutionStatus status, String who) {
        check.status = status;
        check.changed = time.now();
        for (var rule : check.rules) {
            if (rule.status != RuleExecutionStatus.SUCCEEDED) {
                rule.status = RuleExecutionStatus.ABANDONED;
                rule.updatedBy = who;
                rule.changed = time.now();
            }
        }
    }
}
