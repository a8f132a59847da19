package io.stagecraft.project;

import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;

import java.util.Set;

final class CompanionReader {
    private CompanionReader() {}

    static Companion companion(Members in) {
        var name = in.text("name");
        var origin = DesignReader.origin(in, "origin").orElse(Origin.CREATE);
        var environment = in.maybeText("environment").map(EnvironmentId::new);
        var kind = in.text("kind");
        return switch (kind) {
            case "build-project" ->
                    new Companion.BuildProject(
                            name,
                            origin,
                            environment,
                            in.text("environmentType", "LINUX_CONTAINER"),
                            in.text("image", "aws/codebuild/amazonlinux-x86_64-standard:5.0"),
                            in.text("computeType", "BUILD_GENERAL1_SMALL"),
                            in.flag("privileged"),
                            in.number("timeoutMinutes", 60),
                            in.lines("buildspec"),
                            in.each("variables", DesignReader::environmentVariable),
                            in.flag("reports"),
                            in.number("logRetentionDays", 30),
                            surroundings(in));
            case "connection" ->
                    new Companion.Connection(
                            name, origin, environment, in.text("providerType", "GitHub"));
            case "topic" ->
                    new Companion.Topic(
                            name,
                            origin,
                            environment,
                            in.each("subscriptions", CompanionReader::subscription));
            case "watch" ->
                    new Companion.Watch(
                            name,
                            origin,
                            environment,
                            in.each("subscriptions", CompanionReader::subscription),
                            in.number("slowMinutes", 0));
            case "repository" ->
                    new Companion.Repository(
                            name,
                            origin,
                            environment,
                            in.texts("movingTags"),
                            in.number("keepImages", 0),
                            in.flag("ownKey"));
            case "deployment" ->
                    new Companion.Deployment(
                            name,
                            origin,
                            environment,
                            DeploymentReader.target(in),
                            DeploymentReader.pace(in));
            case "stack-role" ->
                    new Companion.StackRole(
                            name,
                            origin,
                            environment,
                            in.each(
                                    "grants",
                                    g ->
                                            new Companion.Grant(
                                                    g.texts("actions"),
                                                    g.texts("resources"),
                                                    g.text("why", ""))));
            default ->
                    throw in.wrong(
                            "kind",
                            "is \""
                                    + kind
                                    + "\"; it can be build-project, connection, topic, watch, repository,"
                                    + " deployment or"
                                    + " stack-role.");
        };
    }

    private static BuildSurroundings surroundings(Members in) {
        return new BuildSurroundings(
                in.maybe(
                        "network",
                        n ->
                                new BuildSurroundings.Network(
                                        n.text("vpc", ""),
                                        n.texts("subnets"),
                                        n.texts("securityGroups"))),
                in.maybe("cache", CompanionReader::cache).orElse(BuildSurroundings.USUAL.cache()),
                in.number("queuedMinutes", BuildSurroundings.USUAL.queuedMinutes()));
    }

    private static BuildSurroundings.Cache cache(Members in) {
        var modes = in.words("local", BuildSurroundings.Mode.class);
        return in.maybeText("s3")
                .<BuildSurroundings.Cache>map(BuildSurroundings.Cache.InS3::new)
                .orElseGet(() -> new BuildSurroundings.Cache.Local(Set.copyOf(modes)));
    }

    private static Companion.Subscription subscription(Members in) {
        return new Companion.Subscription(in.text("protocol"), in.text("endpoint"));
    }
}
