package io.stagecraft.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// The pipelines of one target, for whoever wants to draw one of them.
public final class LivePipelines implements AutoCloseable {
    private final Answer answer = new Answer();
    private final Clients clients;
    private final Refusals refusals;

    public LivePipelines(Target target) {
        clients = new Clients(target, answer);
        refusals = new Refusals(target);
    }

    /// Reads a pipeline. Without the right to read tags or transitions there is a note instead of them.
    ///
    /// @throws AwsRefusal when there is no such pipeline, or it must not be read
    public LivePipeline read(String name) throws AwsRefusal {
        var arn =
                asking(
                        "reading pipeline " + name,
                        aws -> aws.getPipeline(r -> r.name(name)).metadata().pipelineArn());
        var document = answer.text;
        var notes = new ArrayList<String>();
        var tags = beside("tags", notes, aws -> tags(aws, arn));
        var closed = beside("transitions", notes, aws -> closed(aws, name));
        return new LivePipeline(document, tags, closed, notes);
    }

    private static SequencedMap<String, String> tags(CodePipelineClient aws, String arn) {
        var tags = new LinkedHashMap<String, String>();
        aws.listTagsForResourcePaginator(r -> r.resourceArn(arn))
                .tags()
                .forEach(t -> tags.put(t.key(), t.value()));
        return tags;
    }

    private static SequencedMap<String, String> closed(CodePipelineClient aws, String name) {
        var closed = new LinkedHashMap<String, String>();
        for (var stage : aws.getPipelineState(r -> r.name(name)).stageStates()) {
            var into = stage.inboundTransitionState();
            if (into != null && Boolean.FALSE.equals(into.enabled())) {
                closed.put(
                        stage.stageName(), Optional.ofNullable(into.disabledReason()).orElse(""));
            }
        }
        return closed;
    }

    private SequencedMap<String, String> beside(
            String what,
            List<String> notes,
            Function<CodePipelineClient, SequencedMap<String, String>> call) {
        try {
            return asking("reading its " + what, call);
        } catch (AwsRefusal refusal) {
            notes.add("Its " + what + " are not in the design: " + refusal.line());
            return new LinkedHashMap<>();
        }
    }

    private <T> T asking(String doing, Function<CodePipelineClient, T> call) throws AwsRefusal {
        return refusals.asking(doing, () -> call.apply(clients.pipelines()));
    }

    @Override
    public void close() {
        clients.close();
    }

    /// Keeps what GetPipeline answers as it came over the wire.
    private static final class Answer implements ExecutionInterceptor {
        private volatile String text = "";

        @Override
        public Optional<InputStream> modifyHttpResponseContent(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            if (!(context.request() instanceof GetPipelineRequest)) {
                return context.responseBody();
            }
            return context.responseBody().map(this::kept);
        }

        private InputStream kept(InputStream body) {
            try (body) {
                var bytes = body.readAllBytes();
                text = new String(bytes, StandardCharsets.UTF_8);
                return new ByteArrayInputStream(bytes);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
