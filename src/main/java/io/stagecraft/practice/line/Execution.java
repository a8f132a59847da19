package io.stagecraft.practice.line;

import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionType;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.TriggerType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One run of a pipeline.
final class Execution {
    /// What a source brought.
    record Revision(String action, String artifact, String id, String summary, Instant at) {}

    /// Where an artifact lies.
    ///
    /// @param files the paths in it, where they are known without making it
    record Artifact(String bucket, String key, Optional<Set<String>> files) {
        /// Whether a file is surely not in it.
        boolean lacks(String path) {
            return files.filter(known -> !known.contains(path)).isPresent();
        }
    }

    final String id;
    final Pipeline pipeline;
    final int version;
    final PipelineDeclaration declaration;
    final ExecutionMode mode;
    final ExecutionType type;
    final TriggerType trigger;
    final String triggerDetail;
    final Instant started;
    final Map<String, String> variables = new LinkedHashMap<>();
    final Map<String, String> overrides = new LinkedHashMap<>();
    final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
    final Map<String, StageRun> stages = new LinkedHashMap<>();
    final List<StageRun.ActionRun> actions = new ArrayList<>();
    final List<StageRun.RuleRun> rules = new ArrayList<>();
    final List<Revision> revisions = new ArrayList<>();
    PipelineExecutionStatus status = PipelineExecutionStatus.IN_PROGRESS;
    String summary = "";
    String stopReason = "";
    String rollbackTarget = "";
    Instant updated;
    int at;

    Execution(
            String id,
            Pipeline pipeline,
            ExecutionType type,
            TriggerType trigger,
            String triggerDetail,
            Instant started) {
        this.id = id;
        this.pipeline = pipeline;
        this.declaration = pipeline.declaration;
        this.version = pipeline.declaration.version();
        this.mode = pipeline.mode();
        this.type = type;
        this.trigger = trigger;
        this.triggerDetail = triggerDetail;
        this.started = started;
        this.updated = started;
    }

    boolean isLive() {
        return status == PipelineExecutionStatus.IN_PROGRESS
                || status == PipelineExecutionStatus.STOPPING;
    }

    boolean isRollback() {
        return type == ExecutionType.ROLLBACK;
    }

    /// The stage it is in, or waits before.
    StageDeclaration stage() {
        return declaration.stages().get(at);
    }

    Optional<StageRun> stage(String name) {
        return Optional.ofNullable(stages.get(name));
    }
}
