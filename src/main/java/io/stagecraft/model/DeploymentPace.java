package io.stagecraft.model;

import java.util.List;

/// How fast a deployment goes over its target: a deployment configuration.
///
/// @see <a href="https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html">Deployment configurations</a>
public sealed interface DeploymentPace {
    /// How the names of AWS's own begin.
    String PREDEFINED = "CodeDeployDefault.";

    /// One that is there already, such as `CodeDeployDefault.OneAtATime`.
    record Named(String name) implements DeploymentPace {}

    /// Over servers, so many of a hundred in service all the while.
    record Healthy(int percent) implements DeploymentPace {}

    /// A part of the traffic first, and the rest after some minutes; for ECS and Lambda.
    record Canary(int percent, int minutes) implements DeploymentPace {}

    /// Part after part, some minutes between; for ECS and Lambda.
    record Linear(int percent, int minutes) implements DeploymentPace {}

    /// AWS's own for what is deployed to, the most careful first; in full.
    static List<String> predefined(DeploymentTarget target) {
        var names =
                switch (target) {
                    case DeploymentTarget.Instances _ ->
                            List.of("OneAtATime", "HalfAtATime", "AllAtOnce");
                    case DeploymentTarget.Service _ ->
                            List.of(
                                    "ECSCanary10Percent5Minutes",
                                    "ECSCanary10Percent15Minutes",
                                    "ECSLinear10PercentEvery1Minutes",
                                    "ECSLinear10PercentEvery3Minutes",
                                    "ECSAllAtOnce");
                    case DeploymentTarget.Functions _ ->
                            List.of(
                                    "LambdaCanary10Percent5Minutes",
                                    "LambdaCanary10Percent10Minutes",
                                    "LambdaCanary10Percent15Minutes",
                                    "LambdaCanary10Percent30Minutes",
                                    "LambdaLinear10PercentEvery1Minute",
                                    "LambdaLinear10PercentEvery2Minutes",
                                    "LambdaLinear10PercentEvery3Minutes",
                                    "LambdaLinear10PercentEvery10Minutes",
                                    "LambdaAllAtOnce");
                };
        return names.stream().map(PREDEFINED::concat).toList();
    }
}
