package io.stagecraft.catalog;

/// The kinds of companion resources, as a field of the catalogue names them, and what a new one of each is like.
public enum CompanionKind {
    /// Linux on small compute with the current Amazon Linux image, an hour's timeout, logs for a month, and a buildspec to start from.
    BUILD_PROJECT,
    /// To GitHub; its handshake is still to be completed.
    CONNECTION,
    /// Without subscriptions.
    TOPIC,
    /// Whose tags never move but `latest`, and that keeps all images.
    REPOSITORY,
    /// Of EC2 instances, one after the other, without a tag to know them by yet.
    SERVER_DEPLOYMENT,
    /// Of an ECS service that is asked for when the stack is deployed, ten percent of the traffic first.
    SERVICE_DEPLOYMENT,
    /// Without grants, until its author says what the template needs.
    STACK_ROLE
}
