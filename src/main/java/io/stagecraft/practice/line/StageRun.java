package io.stagecraft.practice.line;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ConditionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.RetryTrigger;
import software.amazon.awssdk.services.codepipeline.model.RuleDeclaration;
import software.amazon.awssdk.services.codepipeline.model.RuleExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageExecutionStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

        RuleRun(String id, String stage, RuleDeclaration rule, Instant started) {
            this.id = id;
            this.stage = stage;
            this.rule = rule;
            this.started = started;
            this.changed = started;
        }
    }

    /// How a condition stands.
    static final class Check {
        ConditionExecutionStatus status = ConditionExecutionStatus.IN_PROGRESS;
        String summary = "";
        Instant changed;
        final List<RuleRun> rules = new ArrayList<>();

        Check(Instant changed) {
            this.changed = changed;
        }
    }

    final Execution execution;
    final StageDeclaration stage;
    final Map<String, ActionRun> latest = new LinkedHashMap<>();
    final Map<String, Check> checks = new LinkedHashMap<>();
    StageExecutionStatus status = StageExecutionStatus.IN_PROGRESS;
    int automaticRetries;
    int manualRetries;
    @Nullable RetryTrigger lastRetry;

    StageRun(Execution execution, StageDeclaration stage) {
        this.execution = execution;
        this.stage = stage;
    }

    boolean isActive() {
        return latest.values().stream().anyMatch(ActionRun::isRunning);
    }
}
