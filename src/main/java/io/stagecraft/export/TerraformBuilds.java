package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.EcrImage;

import java.util.List;

/// Build projects and where they log.
final class TerraformBuilds {
    private final TerraformDeclarations module;
    private final TerraformText text;
    private final TerraformRoles roles;

    TerraformBuilds(TerraformDeclarations module, TerraformRoles roles) {
        this.module = module;
        this.text = module.text();
        this.roles = roles;
    }

    void logGroup(Resource.LogGroup group) {
        var body =
                new Hcl()
                        .attribute("name", text.of(group.name()))
                        .attribute("retention_in_days", Integer.toString(group.retentionDays()));
        group.encryptionKey().ifPresent(key -> body.attribute("kms_key_id", text.of(key)));
        module.resource("builds.tf", group.key(), body);
    }

    void project(Resource.BuildProject project) {
        var drawn = project.project();
        var body =
                new Hcl()
                        .attribute("name", text.of(project.name()))
                        .attribute("service_role", text.of(project.role()))
                        .attribute("build_timeout", Integer.toString(drawn.timeoutMinutes()));
        var around = drawn.surroundings();
        if (around.queuedMinutes() != BuildSurroundings.USUAL.queuedMinutes()) {
            body.attribute("queued_timeout", Integer.toString(around.queuedMinutes()));
        }
        project.encryptionKey().ifPresent(key -> body.attribute("encryption_key", text.of(key)));
        var codePipeline = Hcl.quoted("CODEPIPELINE");
        var source = new Hcl().attribute("type", codePipeline);
        if (!drawn.buildspec().isEmpty()) {
            source.attribute("buildspec", Hcl.text(drawn.buildspec()));
        }
        body.block("artifacts", new Hcl().attribute("type", codePipeline))
                .block("environment", environment(project))
                .block(
                        "logs_config",
                        new Hcl()
                                .block(
                                        "cloudwatch_logs",
                                        new Hcl()
                                                .attribute("status", Hcl.quoted("ENABLED"))
                                                .attribute(
                                                        "group_name", text.of(project.logGroup()))))
                .block("source", source);
        around(body, project);
        body.list("depends_on", roles.after(project.after()));
        module.resource("builds.tf", project.key(), body);
    }

    private void around(Hcl body, Resource.BuildProject project) {
        var around = project.project().surroundings();
        around.network()
                .ifPresent(n ->
                        body.block(
                                "vpc_config",
                                new Hcl()
                                        .attribute("vpc_id", Hcl.quoted(n.vpc()))
                                        .attribute("subnets", quoted(n.subnets()))
                                        .attribute(
                                                "security_group_ids", quoted(n.securityGroups()))));
        switch (around.cache()) {
            case BuildSurroundings.Cache.None() -> {}
            case BuildSurroundings.Cache.InS3(var location) ->
                    body.block(
                            "cache",
                            new Hcl()
                                    .attribute("type", Hcl.quoted("S3"))
                                    .attribute("location", Hcl.quoted(location)));
            case BuildSurroundings.Cache.Local(var modes) ->
                    body.block(
                            "cache",
                            new Hcl()
                                    .attribute("type", Hcl.quoted("LOCAL"))
                                    .attribute(
                                            "modes",
                                            quoted(
                                                    modes.stream()
                                                            .map(BuildSurroundings.Mode::word)
                                                            .toList())));
        }
        project.batchRole()
                .ifPresent(role ->
                        body.block(
                                "build_batch_config",
                                new Hcl().attribute("service_role", text.of(role))));
    }

    private static List<String> quoted(List<String> texts) {
        return Hcl.list(texts.stream().map(Hcl::quoted).toList());
    }

    private Hcl environment(Resource.BuildProject project) {
        var drawn = project.project();
        var environment =
                new Hcl()
                        .attribute("type", Hcl.quoted(drawn.environmentType()))
                        .attribute("image", text.of(project.image()))
                        .attribute("compute_type", Hcl.quoted(drawn.computeType()));
        if (project.isPulledByRole()) {
            environment.attribute(
                    "image_pull_credentials_type", Hcl.quoted(EcrImage.PULLED_BY_ROLE));
        }
        if (drawn.privileged()) {
            environment.attribute("privileged_mode", "true");
        }
        for (var variable : drawn.variables()) {
            environment.block(
                    "environment_variable",
                    new Hcl()
                            .attribute("name", Hcl.quoted(variable.name()))
                            .attribute("value", Hcl.quoted(variable.value()))
                            .attribute("type", Hcl.quoted(variable.kind().name())));
        }
        return environment;
    }
}
