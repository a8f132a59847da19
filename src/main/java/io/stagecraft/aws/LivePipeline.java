package io.stagecraft.aws;

import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A pipeline as it stands in an account now.
///
/// @param document what GetPipeline answered, to the letter: members that the SDK has no class for are in it too
/// @param tags of the pipeline, which GetPipeline does not tell
/// @param closed reasons of closed transitions by the stage behind them, which it does not tell either
/// @param notes what could not be read besides, a line each
public record LivePipeline(
        String document,
        SequencedMap<String, String> tags,
        SequencedMap<String, String> closed,
        List<String> notes) {
    public LivePipeline {
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
        closed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(closed));
        notes = List.copyOf(notes);
    }

    /// The design that was read from the document, with what stands beside it in the account.
    public Design beside(Design read) {
        return read.withTags(tags).withStages(read.stages().stream().map(this::stage).toList());
    }

    private Stage stage(Stage stage) {
        return closed.containsKey(stage.name())
                ? stage.withInbound(new Transition.Closed(closed.get(stage.name())))
                : stage;
    }
}
