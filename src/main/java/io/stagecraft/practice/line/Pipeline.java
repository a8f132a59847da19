package io.stagecraft.practice.line;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.codepipeline.model.ArtifactStore;
import software.amazon.awssdk.services.codepipeline.model.ExecutionMode;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.codepipeline.model.Tag;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pipeline as it stands, with all it ever ran.
final class Pipeline {
    /// The way into a stage, and who is in it.
    static final class Gate {
        boolean open = true;
        String reason = "";
        @Nullable Instant changed;
        final Deque<Execution> waiting = new ArrayDeque<>();
        @Nullable Execution holder;
        @Nullable StageRun latest;
    }

    final String region;
    final String arn;
    final Instant created;
    final List<Execution> executions = new ArrayList<>();
    final Map<Integer, PipelineDeclaration> versions = new LinkedHashMap<>();
    final Map<String, String> starts = new LinkedHashMap<>();
    final List<Tag> tags = new ArrayList<>();
    private final Map<String, Gate> gates = new LinkedHashMap<>();
    PipelineDeclaration declaration;
    Instant updated;

    Pipeline(String region, String arn, PipelineDeclaration declaration, Instant created) {
        this.region = region;
        this.arn = arn;
        this.declaration = declaration;
        this.created = created;
        this.updated = created;
    }

    String name() {
        return declaration.name();
    }

    ExecutionMode mode() {
        return Optional.ofNullable(declaration.executionMode()).orElse(ExecutionMode.SUPERSEDED);
    }

    Gate gate(String stage) {
        return gates.computeIfAbsent(stage, _ -> new Gate());
    }

    Optional<StageDeclaration> stage(String name) {
        return declaration.stages().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    Optional<Execution> execution(String id) {
        return executions.stream().filter(e -> e.id.equals(id)).findFirst();
    }

    /// The artifact store for a region.
    Optional<ArtifactStore> store(String in) {
        return declaration.artifactStore() != null
                ? Optional.of(declaration.artifactStore())
                : Optional.ofNullable(declaration.artifactStores().get(in));
    }
}
