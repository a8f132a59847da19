package io.stagecraft.blueprint;

import java.util.List;

/// Everything that must exist for a design to run.
///
/// @param stacks in the order they are deployed; the pipeline's own is the last
/// @param existing the roles that have to be there already, the pipeline's first
/// @param notes what a person has to do or know, such as completing a connection's handshake
public record Blueprint(
        String pipeline, List<StackPlan> stacks, List<ExistingRole> existing, List<String> notes) {
    public Blueprint {
        stacks = List.copyOf(stacks);
        existing = List.copyOf(existing);
        notes = List.copyOf(notes);
    }

    /// Where every role comes along.
    public Blueprint(String pipeline, List<StackPlan> stacks, List<String> notes) {
        this(pipeline, stacks, List.of(), notes);
    }

    /// The stack that holds the pipeline.
    public StackPlan home() {
        return stacks.getLast();
    }
}
