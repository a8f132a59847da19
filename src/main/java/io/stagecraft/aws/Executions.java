package io.stagecraft.aws;

import io.stagecraft.run.RunSnapshot.ExecutionRun;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.codepipeline.model.ExecutionTrigger;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;
import software.amazon.awssdk.services.codepipeline.model.SourceRevision;

import java.time.Instant;
import java.util.Optional;

/// A row of ListPipelineExecutions, in words.
final class Executions {
    private static final int SHORT_COMMIT = 8;

    private Executions() {}

    static ExecutionRun of(PipelineExecutionSummary execution) {
        var started = Optional.ofNullable(execution.startTime()).orElse(Instant.EPOCH);
        return new ExecutionRun(
                execution.pipelineExecutionId(),
                Snapshots.status(execution.statusAsString()),
                started,
                Optional.ofNullable(execution.lastUpdateTime()).orElse(started),
                Optional.ofNullable(execution.trigger()).map(Executions::trigger).orElse(""),
                execution.sourceRevisions().stream()
                        .findFirst()
                        .map(Executions::revision)
                        .orElse(""),
                Optional.ofNullable(execution.statusSummary()).orElse(""));
    }

    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_ExecutionTrigger.html">ExecutionTrigger</a>
    private static String trigger(ExecutionTrigger trigger) {
        var detail = Optional.ofNullable(trigger.triggerDetail()).filter(d -> !d.isBlank());
        return switch (String.valueOf(trigger.triggerTypeAsString())) {
            case "CreatePipeline" -> "Pipeline created";
            case "StartPipelineExecution" ->
                    "Started by " + detail.map(Executions::lastPart).orElse("somebody");
            case "PollForSourceChanges" -> "Source change found by polling";
            case "Webhook", "WebhookV2" -> "Push or pull request";
            case "CloudWatchEvent" -> "Event rule" + detail.map(d -> " " + lastPart(d)).orElse("");
            case "PutActionRevision" -> "Revision put by a custom source";
            case "ManualRollback" ->
                    "Rolled back by " + detail.map(Executions::lastPart).orElse("somebody");
            case "AutomatedRollback" -> "Rolled back by itself";
            case "null" -> "";
            case String other -> other;
        };
    }

    /// The part of an ARN that people know a person or rule by.
    private static String lastPart(String arn) {
        return arn.startsWith("arn:") ? arn.substring(arn.lastIndexOf('/') + 1) : arn;
    }

    private static String revision(SourceRevision revision) {
        var id = Optional.ofNullable(revision.revisionId()).orElse("");
        var shown = id.matches("[0-9a-f]{40}") ? id.substring(0, SHORT_COMMIT) : id;
        return (shown
                        + " "
                        + Optional.ofNullable(revision.revisionSummary())
                                .map(Executions::message)
                                .orElse(""))
                .strip();
    }

    /// Connections wrap the commit message: `{"ProviderType":"GitHub","CommitMessage":"…"}`.
    private static String message(String summary) {
        if (summary.startsWith("{")) {
            try {
                return JsonNode.parser()
                        .parse(summary)
                        .field("CommitMessage")
                        .map(JsonNode::text)
                        .orElse(summary)
                        .lines()
                        .findFirst()
                        .orElse("");
            } catch (RuntimeException _) {
                return summary; // no JSON after all
            }
        }
        return summary.lines().findFirst().orElse("");
    }
}
