package io.stagecraft.iam;

import io.stagecraft.model.ActionId;

/// Whose role it is: the roles that come with a design, and those that are there already and that it runs under.
public sealed interface Holder {
    /// The pipeline's service role.
    record Pipeline() implements Holder {}

    /// The role that one action has of its own.
    record OfAction(ActionId action) implements Holder {}

    /// The role of a build project, by the companion's name.
    record OfProject(String companion) implements Holder {}

    /// The role that a build project starts the builds of a batch under, by the companion's name.
    record OfBatches(String companion) implements Holder {}

    /// The role that CloudFormation works under, by the companion's name.
    record OfStacks(String companion) implements Holder {}

    /// A role that is there already, whoever runs under it.
    ///
    /// @param role its ARN as the pipeline's stack names it, or what stands for it
    record Existing(Text role) implements Holder {}

    /// The one value of [Pipeline].
    Holder PIPELINE = new Pipeline();
}
