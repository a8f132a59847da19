package io.stagecraft.importer;

import io.stagecraft.model.Design;

import java.util.List;

/// A design that was read, and what a person should know about it.
///
/// @param notes a sentence each; empty when there is nothing to say
public record ImportReport(Design design, List<String> notes) {
    public ImportReport {
        notes = List.copyOf(notes);
    }
}
