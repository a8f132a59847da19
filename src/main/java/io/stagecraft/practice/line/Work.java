package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Holdings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An action or a rule about to be played: what its permissions, its targets and its texts depend on.
///
/// @param id the action's or rule's execution
/// @param role its own; without one it works under the pipeline's
/// @param settings with variables filled in
/// @param revision what a source brings; empty for all others
record Work(
        Execution execution,
        String stage,
        String name,
        String id,
        Optional<String> role,
        String region,
        Map<String, String> settings,
        List<String> inputs,
        List<String> outputs,
        String revision) {
    static Work of(StageRun.ActionRun run) {
        var action = run.action;
        return new Work(
                run.stage.execution,
                run.stage.stage.name(),
                action.name(),
                run.id,
                Optional.ofNullable(action.roleArn()),
                run.region(),
                run.resolved,
                action.inputArtifacts().stream().map(a -> a.name()).toList(),
                action.outputArtifacts().stream().map(a -> a.name()).toList(),
                run.revision);
    }

    static Work of(StageRun.RuleRun run, Execution execution) {
        var rule = run.rule;
        return new Work(
                execution,
                run.stage,
                rule.name(),
                run.id,
                Optional.ofNullable(rule.roleArn()),
                Optional.ofNullable(rule.region()).orElse(execution.pipeline.region),
                run.resolved,
                rule.inputArtifacts().stream().map(a -> a.name()).toList(),
                List.of(),
                "");
    }

    Pipeline pipeline() {
        return execution.pipeline;
    }

    /// A text of the catalogue with what stands in braces filled in; a setting that is not given leaves its braces.
    String fill(String pattern) {
        var filled =
                pattern.replace("{id}", revision.isEmpty() ? id : revision)
                        .replace("{digest}", digest(id))
                        .replace("{partition}", Holdings.PARTITION)
                        .replace("{region}", region)
                        .replace("{account}", Holdings.ACCOUNT);
        for (var setting : settings.entrySet()) {
            filled = filled.replace("{" + setting.getKey() + "}", setting.getValue());
        }
        return filled;
    }

    /// One that stays the same wherever the work speaks of it.
    private static String digest(String id) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
