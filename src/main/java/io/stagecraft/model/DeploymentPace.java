package io.stagecraft.model;

/// How fast a deployment goes over its target: a deployment configuration.
///
/// @see <a href="https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html">Deployment configurations</a>
public sealed interface DeploymentPace {
    /// One that is there already, such as `CodeDeployDefault.OneAtATime`.
    record Named(String name) implements DeploymentPace {}

    /// Over servers, so many of a hundred in service all the while.
    record Healthy(int percent) implements DeploymentPace {}

    /// A part of the traffic first, and the rest after some minutes; for ECS and Lambda.
    record Canary(int percent, int minutes) implements DeploymentPace {}

    /// Part after part, some minutes between; for ECS and Lambda.
    record Linear(int percent, int minutes) implements DeploymentPace {}
}
