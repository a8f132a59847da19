package io.stagecraft.model;

/// What encrypts the artifacts of a store.
public sealed interface EncryptionKey {
    /// A customer managed key that comes with the pipeline.
    record Create() implements EncryptionKey {}

    /// A key that is there already: its ARN, id or alias ARN.
    record Existing(String id) implements EncryptionKey {}

    /// The key that S3 keeps itself; no other account can use it.
    record AwsManaged() implements EncryptionKey {}
}
