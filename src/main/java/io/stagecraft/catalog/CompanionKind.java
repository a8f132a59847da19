package io.stagecraft.catalog;

/// The kinds of companion resources, as a field of the catalogue names them.
public enum CompanionKind {
    BUILD_PROJECT,
    CONNECTION,
    TOPIC,
    STACK_ROLE
}
