package io.stagecraft.validate;

/// A rule whose answer for an action follows from that action, the place and name of its stage, the catalogue and what the design
/// holds beside its stages. It looks at no other action, and all its problems are about actions.
///
/// So its answer for an action that an edit left alone can be kept.
public interface LocalRule extends Rule {}
