package io.stagecraft.practice.line;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.Condition;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.RetryTrigger;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One execution in one stage.
final class StageRun {
    /// A line of a log, and when it was written.
    record Line(Instant at, String text) {}

    /// One action, once.
    static final class ActionRun {
        final String id;
        final StageRun stage;
        final ActionDeclaration action;
        final Instant started;
        Instant changed;
        ActionExecutionStatus status = ActionExecutionStatus.IN_PROGRESS;
        Map<String, String> resolved = Map.of();
        final Map<String, String> outputs = new LinkedHashMap<>();
        final List<String> made = new ArrayList<>();
        final List<Line> log = new ArrayList<>();
        String summary = "";
        String externalId = "";
        String externalUrl = "";
        String token = "";
        String errorCode = "";
        String errorMessage = "";
        String updatedBy = "";
        String logStream = "";
        String revision = "";

        ActionRun(String id, StageRun stage, ActionDeclaration action, Instant started) {
            this.id = id;
            this.stage = stage;
            this.action = action;
            this.started = started;
            this.changed = started;
        }

        boolean isRunning() {
            return status == ActionExecutionStatus.IN_PROGRESS;
        }

        /// Where it works.
        String region() {
            return Optional.ofNullable(action.region()).orElse(stage.execution.pipeline.region);
        }

        String setting(String key) {
            return resolved.getOrDefault(key, "");
        }
    }

    /// One rule of a condition, once.
    static final class RuleRun {
        final String id;
        final String stage;
        final RuleDeclaration rule;
        final Instant started;
        Instant changed;
        Map<String, String> resolved = Map.of();
        RuleExecutionStatus status = RuleExecutionStatus.IN_PROGRESS;
        String summary = "";
        String errorCode = "";
        String errorMessage = "";
        String externalId = "";
        String updatedBy = "";

        RuleRun(String id, String stage, RuleDeclaration rule, Instant started) {
            this.id = id;
            this.stage = stage;
            this.rule = rule;
            this.started = started;
            this.changed = started;
        }

        boolean isRunning() {
            return status == RuleExecutionStatus.IN_PROGRESS;
        }
    }

    /// Where in a stage a condition is asked.
    enum Hook {
        BEFORE_ENTRY,
        ON_SUCCESS,
        ON_FAILURE
    }

    /// How a condition stands.
    static final class Check {
        final Condition condition;
        ConditionExecutionStatus status = ConditionExecutionStatus.IN_PROGRESS;
        String summary = "";
        Instant changed;
        final List<RuleRun> rules = new ArrayList<>();

        Check(Condition condition, Instant changed) {
            this.condition = condition;
            this.changed = changed;
        }

        /// Whether the way on is free as far as it goes.
        boolean letsPass() {
            return status == ConditionExecutionStatus.SUCCEEDED
                    || status == ConditionExecutionStatus.OVERRIDDEN;
        }
    }

    final Execution execution;
    final StageDeclaration stage;
    final Map<String, ActionRun> latest = new LinkedHashMap<>();
    final Map<Hook, Check> checks = new EnumMap<>(Hook.class);
    StageExecutionStatus status = StageExecutionStatus.IN_PROGRESS;
    int automaticRetries;
    int manualRetries;
    @Nullable RetryTrigger lastRetry;

    StageRun(Execution execution, StageDeclaration stage) {
        this.execution = execution;
        this.stage = stage;
    }

    /// Whether it never came further than its entry condition.
    boolean isAtEntry() {
        var check = checks.get(Hook.BEFORE_ENTRY);
        return check != null && !check.letsPass();
    }

    boolean isActive() {
        return latest.values().stream().anyMatch(ActionRun::isRunning);
    }
}
