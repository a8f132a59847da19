package io.stagecraft.validate;

/// A rule that has nothing to say about an action for as long as these stay as they are: the action, the place and name of its
/// stage, the catalogue, what the design holds beside its stages, and the actions that make an artifact or publish under a namespace.
///
/// So an action that was fine and that an edit left alone is not looked at again. What the rule says of the others, what would mend
/// them, and what it says of anything that is no action may follow from the whole design: for that it is asked after every edit.
public interface NearRule extends Rule {}
