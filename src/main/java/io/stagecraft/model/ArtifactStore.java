package io.stagecraft.model;

/// The bucket that hands artifacts from action to action in one region.
///
/// @param region empty for the pipeline's own region, when it is the only store
public record ArtifactStore(String region, Origin bucket, EncryptionKey key, Extras extras) {
    public ArtifactStore withRegion(String region) {
        return new ArtifactStore(region, bucket, key, extras);
    }

    public ArtifactStore withBucket(Origin bucket) {
        return new ArtifactStore(region, bucket, key, extras);
    }

    public ArtifactStore withKey(EncryptionKey key) {
        return new ArtifactStore(region, bucket, key, extras);
    }
}
