package io.stagecraft.model;

/// The bucket that hands artifacts from action to action in one region.
///
/// @param region empty for the pipeline's own region, when it is the only store
public record ArtifactStore(String region, Origin bucket, EncryptionKey key, Extras extras) {}
