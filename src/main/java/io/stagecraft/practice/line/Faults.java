package io.stagecraft.practice.line;

import io.stagecraft.practice.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a trainer wants to go wrong.
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    /// One fault at a time for an action: the last word counts.
    public void add(Fault fault) {
        faults.removeIf(
                f -> f.pipeline().equals(fault.pipeline()) && f.action().equals(fault.action()));
        faults.add(fault);
    }

    /// @param pipeline empty for all
    /// @param action empty for all
    public void clear(String pipeline, String action) {
        faults.removeIf(f ->
                (pipeline.isEmpty() || f.pipeline().equals(pipeline))
                        && (action.isEmpty() || f.action().equals(action)));
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /// What goes wrong with an action that starts now.
    Optional<Fault.Kind> strike(String pipeline, String action) {
        var fault = faults.stream().filter(f -> f.hits(pipeline, action)).findFirst();
        fault.filter(f -> !f.stays()).ifPresent(faults::remove);
        return fault.map(Fault::kind);
    }
}
