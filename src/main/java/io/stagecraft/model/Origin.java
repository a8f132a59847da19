package io.stagecraft.model;

/// Whether the design brings a resource along or uses one that is there already.
public sealed interface Origin {
    /// Made, changed and removed with the pipeline.
    record Create() implements Origin {}

    /// Somebody else's; named by its ARN, or by its name where AWS takes a name.
    record Existing(String identifier) implements Origin {}

    /// The one value of [Create].
    Origin CREATE = new Create();
}
