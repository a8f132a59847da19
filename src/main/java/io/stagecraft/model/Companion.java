package io.stagecraft.model;

import java.util.List;
import java.util.Optional;

/// A resource that a pipeline needs beside it. Settings name it as `@{name}`, see [CompanionRef].
public sealed interface Companion {
    /// Unique among the companions of a design; also the base of the resource's name in AWS.
    String name();

    /// Whether the design brings it along.
    Origin origin();

    /// Where it lives; none is the pipeline's own environment.
    Optional<EnvironmentId> environment();

    /// The same companion under another name.
    Companion withName(String name);

    /// The same companion in another place.
    Companion withEnvironment(Optional<EnvironmentId> environment);

    /// The same companion, brought along or somebody else's.
    Companion withOrigin(Origin origin);

    /// A CodeBuild project.
    ///
    /// @param environmentType such as `LINUX_CONTAINER`
    /// @param image such as `aws/codebuild/amazonlinux-x86_64-standard:5.0`
    /// @param computeType such as `BUILD_GENERAL1_SMALL`
    /// @param privileged whether the build may run Docker
    /// @param timeoutMinutes 5–2160
    /// @param buildspec YAML, or a path in the source, or empty for `buildspec.yml` in its root
    /// @param reports whether the buildspec publishes test or coverage reports
    /// @param logRetentionDays one of the numbers CloudWatch Logs takes
    /// @param surroundings its network, its cache and how long it may queue
    record BuildProject(
            String name,
            Origin origin,
            Optional<EnvironmentId> environment,
            String environmentType,
            String image,
            String computeType,
            boolean privileged,
            int timeoutMinutes,
            String buildspec,
            List<EnvironmentVariable> variables,
            boolean reports,
            int logRetentionDays,
            BuildSurroundings surroundings)
            implements Companion {
        public BuildProject {
            variables = List.copyOf(variables);
        }

        /// A project in the usual surroundings.
        public BuildProject(
                String name,
                Origin origin,
                Optional<EnvironmentId> environment,
                String environmentType,
                String image,
                String computeType,
                boolean privileged,
                int timeoutMinutes,
                String buildspec,
                List<EnvironmentVariable> variables,
                boolean reports,
                int logRetentionDays) {
            this(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    BuildSurroundings.USUAL);
        }

        @Override
        public BuildProject withName(String name) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        @Override
        public BuildProject withOrigin(Origin origin) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        @Override
        public BuildProject withEnvironment(Optional<EnvironmentId> environment) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withEnvironmentType(String environmentType) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withImage(String image) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withComputeType(String computeType) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withPrivileged(boolean privileged) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withTimeoutMinutes(int timeoutMinutes) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withBuildspec(String buildspec) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withVariables(List<EnvironmentVariable> variables) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withReports(boolean reports) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withLogRetentionDays(int logRetentionDays) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }

        public BuildProject withSurroundings(BuildSurroundings surroundings) {
            return new BuildProject(
                    name,
                    origin,
                    environment,
                    environmentType,
                    image,
                    computeType,
                    privileged,
                    timeoutMinutes,
                    buildspec,
                    variables,
                    reports,
                    logRetentionDays,
                    surroundings);
        }
    }

    /// A connection to a Git host. Somebody has to complete its handshake in the console once.
    ///
    /// @param providerType such as `GitHub`
    record Connection(
            String name, Origin origin, Optional<EnvironmentId> environment, String providerType)
            implements Companion {
        @Override
        public Connection withName(String name) {
            return new Connection(name, origin, environment, providerType);
        }

        public Connection withProviderType(String providerType) {
            return new Connection(name, origin, environment, providerType);
        }

        @Override
        public Connection withEnvironment(Optional<EnvironmentId> environment) {
            return new Connection(name, origin, environment, providerType);
        }

        @Override
        public Connection withOrigin(Origin origin) {
            return new Connection(name, origin, environment, providerType);
        }
    }

    /// An SNS topic.
    record Topic(
            String name,
            Origin origin,
            Optional<EnvironmentId> environment,
            List<Subscription> subscriptions)
            implements Companion {
        public Topic {
            subscriptions = List.copyOf(subscriptions);
        }

        @Override
        public Topic withName(String name) {
            return new Topic(name, origin, environment, subscriptions);
        }

        public Topic withSubscriptions(List<Subscription> subscriptions) {
            return new Topic(name, origin, environment, subscriptions);
        }

        @Override
        public Topic withEnvironment(Optional<EnvironmentId> environment) {
            return new Topic(name, origin, environment, subscriptions);
        }

        @Override
        public Topic withOrigin(Origin origin) {
            return new Topic(name, origin, environment, subscriptions);
        }
    }

    /// Who hears of what is published to a topic.
    ///
    /// @param protocol such as `email` or `https`
    record Subscription(String protocol, String endpoint) {}

    /// What says how the pipeline is doing: a topic that hears of every run that fails, alarms, and a dashboard of the pipeline and
    /// its builds. It lives where the pipeline does, since its events and figures are there.
    ///
    /// @param slowMinutes a run that takes longer raises an alarm; 0 for none
    record Watch(
            String name,
            Origin origin,
            Optional<EnvironmentId> environment,
            List<Subscription> subscriptions,
            int slowMinutes)
            implements Companion {
        public Watch {
            subscriptions = List.copyOf(subscriptions);
        }

        @Override
        public Watch withName(String name) {
            return new Watch(name, origin, environment, subscriptions, slowMinutes);
        }

        public Watch withSubscriptions(List<Subscription> subscriptions) {
            return new Watch(name, origin, environment, subscriptions, slowMinutes);
        }

        public Watch withSlowMinutes(int slowMinutes) {
            return new Watch(name, origin, environment, subscriptions, slowMinutes);
        }

        @Override
        public Watch withEnvironment(Optional<EnvironmentId> environment) {
            return new Watch(name, origin, environment, subscriptions, slowMinutes);
        }

        @Override
        public Watch withOrigin(Origin origin) {
            return new Watch(name, origin, environment, subscriptions, slowMinutes);
        }
    }

    /// A private ECR repository that scans every image as it comes in.
    ///
    /// @param movingTags up to five tags that may be pushed again, `*` in them matches anything; all others stay what they are
    /// @param keepImages how many images are kept, the youngest; 0 for all. Those without a tag go after two weeks anyhow
    /// @param ownKey whether a KMS key of its own encrypts the images, or else the one that AWS keeps for ECR
    record Repository(
            String name,
            Origin origin,
            Optional<EnvironmentId> environment,
            List<String> movingTags,
            int keepImages,
            boolean ownKey)
            implements Companion {
        public Repository {
            movingTags = List.copyOf(movingTags);
        }

        @Override
        public Repository withName(String name) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }

        @Override
        public Repository withEnvironment(Optional<EnvironmentId> environment) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }

        @Override
        public Repository withOrigin(Origin origin) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }

        public Repository withMovingTags(List<String> movingTags) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }

        public Repository withKeepImages(int keepImages) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }

        public Repository withOwnKey(boolean ownKey) {
            return new Repository(name, origin, environment, movingTags, keepImages, ownKey);
        }
    }

    /// A CodeDeploy application with one deployment group, both of this name. It goes back by itself when a deployment fails.
    ///
    /// An existing one is named `application/group`.
    record Deployment(
            String name,
            Origin origin,
            Optional<EnvironmentId> environment,
            DeploymentTarget target,
            DeploymentPace pace)
            implements Companion {
        @Override
        public Deployment withName(String name) {
            return new Deployment(name, origin, environment, target, pace);
        }

        @Override
        public Deployment withEnvironment(Optional<EnvironmentId> environment) {
            return new Deployment(name, origin, environment, target, pace);
        }

        @Override
        public Deployment withOrigin(Origin origin) {
            return new Deployment(name, origin, environment, target, pace);
        }

        public Deployment withTarget(DeploymentTarget target) {
            return new Deployment(name, origin, environment, target, pace);
        }

        public Deployment withPace(DeploymentPace pace) {
            return new Deployment(name, origin, environment, target, pace);
        }
    }

    /// The role that CloudFormation works under when an action deploys a stack.
    ///
    /// @param grants what the stack's template needs, as narrow as its author knows
    record StackRole(
            String name, Origin origin, Optional<EnvironmentId> environment, List<Grant> grants)
            implements Companion {
        public StackRole {
            grants = List.copyOf(grants);
        }

        @Override
        public StackRole withName(String name) {
            return new StackRole(name, origin, environment, grants);
        }

        public StackRole withGrants(List<Grant> grants) {
            return new StackRole(name, origin, environment, grants);
        }

        @Override
        public StackRole withEnvironment(Optional<EnvironmentId> environment) {
            return new StackRole(name, origin, environment, grants);
        }

        @Override
        public StackRole withOrigin(Origin origin) {
            return new StackRole(name, origin, environment, grants);
        }
    }

    /// One permission of a stack role.
    ///
    /// @param actions such as `sqs:CreateQueue`
    /// @param resources ARNs, in which `{partition}`, `{region}` and `{account}` stand for those of its environment
    record Grant(List<String> actions, List<String> resources, String why) {
        public Grant {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }
    }
}
