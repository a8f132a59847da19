package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.EcrImage;

import java.util.Optional;

/// Build projects and where they log.
record CloudFormationBuilds(CloudFormationDeclarations stack) {
    void logGroup(Resource.LogGroup group) {
        stack.plain(
                group.key(),
                "AWS::Logs::LogGroup",
                new Doc.Building()
                        .put("LogGroupName", stack.text(group.name()))
                        .put("RetentionInDays", Doc.of(group.retentionDays()))
                        .maybe("KmsKeyId", group.encryptionKey().map(stack::text))
                        .maybe("Tags", stack.tags()));
    }

    void project(Resource.BuildProject project) {
        var drawn = project.project();
        var around = drawn.surroundings();
        var environment =
                new Doc.Building()
                        .put("Type", drawn.environmentType())
                        .put("Image", stack.text(project.image()))
                        .put("ComputeType", drawn.computeType());
        if (project.isPulledByRole()) {
            environment.put("ImagePullCredentialsType", EcrImage.PULLED_BY_ROLE);
        }
        if (drawn.privileged()) {
            environment.put("PrivilegedMode", Doc.of(true));
        }
        environment.each(
                "EnvironmentVariables",
                drawn.variables(),
                v ->
                        new Doc.Building()
                                .put("Name", v.name())
                                .put("Value", v.value())
                                .put("Type", v.kind().name())
                                .done());
        var logs =
                new Doc.Building()
                        .put("Status", "ENABLED")
                        .put("GroupName", stack.text(project.logGroup()))
                        .done();
        stack.declared(
                project.key(),
                "AWS::CodeBuild::Project",
                project.after(),
                new Doc.Building()
                        .put("Name", stack.text(project.name()))
                        .put("ServiceRole", stack.text(project.role()))
                        .put(
                                "Artifacts",
                                CloudFormationDeclarations.object("Type", Doc.of("CODEPIPELINE")))
                        .put("Environment", environment.done())
                        .maybe("EncryptionKey", project.encryptionKey().map(stack::text))
                        .put(
                                "LogsConfig",
                                CloudFormationDeclarations.object("CloudWatchLogs", logs))
                        .put("TimeoutInMinutes", Doc.of(drawn.timeoutMinutes()))
                        .maybe("QueuedTimeoutInMinutes", queued(around).map(Doc::of))
                        .maybe("VpcConfig", around.network().map(CloudFormationBuilds::network))
                        .maybe("Cache", cache(around.cache()))
                        .maybe(
                                "BuildBatchConfig",
                                project.batchRole()
                                        .map(r ->
                                                CloudFormationDeclarations.object(
                                                        "ServiceRole", stack.text(r))))
                        .put(
                                "Source",
                                new Doc.Building()
                                        .put("Type", "CODEPIPELINE")
                                        .unlessEmpty("BuildSpec", drawn.buildspec())
                                        .done())
                        .maybe("Tags", stack.tags()));
    }

    private static Optional<Integer> queued(BuildSurroundings around) {
        return Optional.of(around.queuedMinutes())
                .filter(m -> m != BuildSurroundings.USUAL.queuedMinutes());
    }

    private static Doc network(BuildSurroundings.Network network) {
        return new Doc.Building()
                .put("VpcId", network.vpc())
                .strings("Subnets", network.subnets())
                .strings("SecurityGroupIds", network.securityGroups())
                .done();
    }

    private static Optional<Doc> cache(BuildSurroundings.Cache cache) {
        return switch (cache) {
            case BuildSurroundings.Cache.None() -> Optional.empty();
            case BuildSurroundings.Cache.InS3(var location) ->
                    Optional.of(
                            new Doc.Building().put("Type", "S3").put("Location", location).done());
            case BuildSurroundings.Cache.Local(var modes) ->
                    Optional.of(
                            new Doc.Building()
                                    .put("Type", "LOCAL")
                                    .strings(
                                            "Modes",
                                            modes.stream()
                                                    .map(BuildSurroundings.Mode::word)
                                                    .toList())
                                    .done());
        };
    }
}
