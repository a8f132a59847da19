package io.stagecraft.catalog;

import io.stagecraft.model.Ordered;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How the Practice account plays an action of a type.
///
/// @param part what it takes part in: nearly all only take time; a few change what the account holds
/// @param minSeconds the shortest it takes when all goes well
/// @param maxSeconds the longest it takes when all goes well
/// @param variables output variables and a sample value each; `{id}`, `{time}`, settings and the words of [PermissionSpec] may stand in it
/// @param log the lines it writes, in order; the same may stand in them
/// @param summary what its result says; the same may stand in it
public record Play(
        Part part,
        int minSeconds,
        int maxSeconds,
        SequencedMap<String, String> variables,
        List<String> log,
        Optional<String> summary) {
    public Play {
        variables = Ordered.copy(variables);
        log = List.copyOf(log);
    }

    /// What an action does to the account it is played in.
    public enum Part {
        /// Takes its time, then succeeds.
        TAKES_TIME,
        /// Brings a new revision into the pipeline.
        BRINGS_REVISION,
        /// Waits for a person.
        WAITS_FOR_APPROVAL,
        /// Creates, updates or deletes a stack, or makes or executes a change set.
        WORKS_ON_STACK,
        /// Starts a build of a project that must exist.
        RUNS_BUILD,
        /// Starts another pipeline.
        STARTS_PIPELINE
    }
}
