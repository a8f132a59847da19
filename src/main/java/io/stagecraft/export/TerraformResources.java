package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Text;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The resources of one stack as hashicorp/aws declares them, sorted into files by what they are for.
///
/// @see <a href="https://github.com/hashicorp/terraform-provider-aws/tree/v6.45.0/website/docs/r">hashicorp/aws 6.45.0</a>
final class TerraformResources {
    /// What was made of the resources.
    record Made(Map<String, Hcl> files, List<String> notes) {}

    private final TerraformText text;
    private final TerraformPolicies policies;
    private final Map<String, Hcl> files = new LinkedHashMap<>();
    private final Map<String, List<String>> rolePolicies = new LinkedHashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    TerraformResources(TerraformText text) {
        this.text = text;
        this.policies = new TerraformPolicies(text);
        for (var name :
                List.of("pipeline.tf", "artifacts.tf", "builds.tf", "services.tf", "roles.tf")) {
            files.put(name, new Hcl());
        }
    }

    Made of(List<Resource> resources) {
        for (var resource : resources) {
            if (resource instanceof Resource.Pipeline pipeline) {
                resources.stream()
                        .filter(r -> r instanceof Resource.Role)
                        .filter(r ->
                                r.statements().stream()
                                        .flatMap(s -> s.resources().stream())
                                        .anyMatch(text -> pointsAt(text, pipeline.key())))
                        .forEach(r -> waiting.add(r.key()));
            }
        }
        resources.forEach(this::add);
        return new Made(files, notes);
    }

    private Hcl file(String name) {
        return files.computeIfAbsent(name, _ -> new Hcl());
    }

    private void add(Resource resource) {
        switch (resource) {
            case Resource.EncryptionKey key -> key(key);
            case Resource.ArtifactBucket bucket -> bucket(bucket);
            case Resource.Role role -> role(role);
            case Resource.LogGroup group -> logGroup(group);
            case Resource.BuildProject project -> project(project);
            case Resource.Connection connection ->
                    resource(
                            "services.tf",
                            connection.key(),
                            new Hcl()
                                    .attribute("name", Hcl.quoted(connection.name()))
                                    .attribute(
                                            "provider_type",
                                            Hcl.quoted(connection.providerType())));
            case Resource.Topic topic -> topic(topic);
            case Resource.Repository repository -> repository(repository);
            case Resource.BusAccess access ->
                    resource(
                            "services.tf",
                            access.key(),
                            new Hcl()
                                    .attribute("statement_id", Hcl.quoted(access.statement()))
                                    .attribute("principal", text.of(access.account())));
            case Resource.StartRule rule -> startRule(rule);
            case Resource.Notice notice -> notice(notice);
            case Resource.Alarm alarm -> alarm(alarm);
            case Resource.Dashboard dashboard ->
                    resource(
                            "services.tf",
                            dashboard.key(),
                            new Hcl()
                                    .attribute("dashboard_name", Hcl.quoted(dashboard.name()))
                                    .attribute("dashboard_body", encoded(dashboard.body())));
            case Resource.Pipeline pipeline ->
                    resource(
                            "pipeline.tf",
                            pipeline.key(),
                            new TerraformPipeline(text, pipeline, notes)
                                    .body(
                                            Stream.concat(
                                                            after(pipeline.after()).stream(),
                                                            policiesBefore())
                                                    .distinct()
                                                    .toList()));
        }
    }

    private void resource(String file, String key, Hcl body) {
        var address = text.address(key).split("\\.");
        resource(file, address[0], address[1], body);
    }

    private void resource(String file, String type, String name, Hcl body) {
        file(file).block("resource " + Hcl.quoted(type) + " " + Hcl.quoted(name), body);
    }

    private void key(Resource.EncryptionKey key) {
        var name = text.name(key.key());
        var policy = policies.document(file("artifacts.tf"), name, key.policy());
        resource(
                "artifacts.tf",
                key.key(),
                new Hcl()
                        .attribute("description", Hcl.quoted(key.description()))
                        .attribute("enable_key_rotation", "true")
                        .attribute("deletion_window_in_days", "30")
                        .attribute("policy", policy));
        resource(
                "artifacts.tf",
                "aws_kms_alias",
                name,
                new Hcl()
                        .attribute("name", Hcl.quoted(key.alias()))
                        .attribute("target_key_id", text.address(key.key()) + ".key_id"));
    }

    private void bucket(Resource.ArtifactBucket bucket) {
        var name = text.name(bucket.key());
        var at = text.address(bucket.key());
        var body = new Hcl();
        bucket.name().ifPresent(n -> body.attribute("bucket", text.of(n)));
        resource("artifacts.tf", bucket.key(), body);
        var byDefault = new Hcl().attribute("sse_algorithm", Hcl.quoted("aws:kms"));
        bucket.encryptionKey()
                .ifPresent(key -> byDefault.attribute("kms_master_key_id", text.of(key)));
        part(
                name,
                at,
                "aws_s3_bucket_server_side_encryption_configuration",
                "rule",
                new Hcl()
                        .attribute("bucket_key_enabled", "true")
                        .block("apply_server_side_encryption_by_default", byDefault));
        part(
                name,
                at,
                "aws_s3_bucket_versioning",
                "versioning_configuration",
                new Hcl().attribute("status", Hcl.quoted("Enabled")));
        part(
                name,
                at,
                "aws_s3_bucket_ownership_controls",
                "rule",
                new Hcl().attribute("object_ownership", Hcl.quoted("BucketOwnerEnforced")));
        part(
                name,
                at,
                "aws_s3_bucket_lifecycle_configuration",
                "rule",
                new Hcl()
                        .attribute("id", Hcl.quoted("CleanUp"))
                        .attribute("status", Hcl.quoted("Enabled"))
                        .block("filter", new Hcl())
                        .block(
                                "abort_incomplete_multipart_upload",
                                new Hcl().attribute("days_after_initiation", "7"))
                        .block(
                                "noncurrent_version_expiration",
                                new Hcl().attribute("noncurrent_days", "90")));
        resource(
                "artifacts.tf",
                "aws_s3_bucket_public_access_block",
                name,
                new Hcl()
                        .attribute("bucket", at + ".id")
                        .attribute("block_public_acls", "true")
                        .attribute("block_public_policy", "true")
                        .attribute("ignore_public_acls", "true")
                        .attribute("restrict_public_buckets", "true"));
        var policy = policies.document(file("artifacts.tf"), name, bucket.policy());
        resource(
                "artifacts.tf",
                "aws_s3_bucket_policy",
                name,
                new Hcl()
                        .attribute("bucket", at + ".id")
                        .attribute("policy", policy)
                        // S3 refuses a policy while it is told to block public ones
                        .list("depends_on", List.of("aws_s3_bucket_public_access_block." + name)));
    }

    private void part(String name, String bucket, String type, String block, Hcl body) {
        resource(
                "artifacts.tf",
                type,
                name,
                new Hcl().attribute("bucket", bucket + ".id").block(block, body));
    }

    private void role(Resource.Role role) {
        var name = text.name(role.key());
        var trust = policies.document(file("roles.tf"), name + "_trust", role.trust());
        var body = new Hcl();
        role.name().ifPresent(n -> body.attribute("name", Hcl.quoted(n)));
        body.attribute("description", Hcl.quoted(role.description()))
                .attribute("assume_role_policy", trust);
        resource("roles.tf", role.key(), body);
        var written = new ArrayList<String>();
        for (int i = 0; i < role.policies().size(); i++) {
            var policy = role.policies().get(i);
            var policyName = i == 0 ? name : name + "_" + (i + 1);
            var json = policies.document(file("roles.tf"), policyName, policy);
            resource(
                    "roles.tf",
                    "aws_iam_role_policy",
                    policyName,
                    new Hcl()
                            .attribute("name", Hcl.quoted(policy.name()))
                            .attribute("role", text.address(role.key()) + ".id")
                            .attribute("policy", json));
            written.add("aws_iam_role_policy." + policyName);
        }
        rolePolicies.put(role.key(), written);
    }

    /// Whoever waits for a role waits for its policies: here they are resources of their own.
    private List<String> after(List<String> keys) {
        return keys.stream()
                .flatMap(key -> {
                    var written = rolePolicies.getOrDefault(key, List.of());
                    return written.isEmpty() ? Stream.of(text.address(key)) : written.stream();
                })
                .toList();
    }

    /// A pipeline starts as soon as it is there, and by then its roles have to be allowed what they need. A role that
    /// itself waits for the pipeline, such as the one that starts it, is left out.
    private Stream<String> policiesBefore() {
        return rolePolicies.entrySet().stream()
                .filter(role -> !waiting.contains(role.getKey()))
                .flatMap(role -> role.getValue().stream());
    }

    private static boolean pointsAt(Text text, String key) {
        return text.parts().stream()
                .anyMatch(part ->
                        part instanceof Text.Attribute(var resource, _) && resource.equals(key));
    }

    private void logGroup(Resource.LogGroup group) {
        var body =
                new Hcl()
                        .attribute("name", text.of(group.name()))
                        .attribute("retention_in_days", Integer.toString(group.retentionDays()));
        group.encryptionKey().ifPresent(key -> body.attribute("kms_key_id", text.of(key)));
        resource("builds.tf", group.key(), body);
    }

    private void project(Resource.BuildProject project) {
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
                .block("environment", environment(drawn))
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
        body.list("depends_on", after(project.after()));
        resource("builds.tf", project.key(), body);
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

    private static Hcl environment(Companion.BuildProject drawn) {
        var environment =
                new Hcl()
                        .attribute("type", Hcl.quoted(drawn.environmentType()))
                        .attribute("image", Hcl.quoted(drawn.image()))
                        .attribute("compute_type", Hcl.quoted(drawn.computeType()));
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

    private void topic(Resource.Topic topic) {
        var name = text.name(topic.key());
        var at = text.address(topic.key());
        var body = new Hcl();
        topic.name().ifPresent(n -> body.attribute("name", text.of(n)));
        topic.encryptionKey().ifPresent(k -> body.attribute("kms_master_key_id", text.of(k)));
        resource("services.tf", topic.key(), body);
        var policy = policies.document(file("services.tf"), name, topic.policy());
        resource(
                "services.tf",
                "aws_sns_topic_policy",
                name,
                new Hcl().attribute("arn", at + ".arn").attribute("policy", policy));
        for (int i = 0; i < topic.subscriptions().size(); i++) {
            var subscription = topic.subscriptions().get(i);
            resource(
                    "services.tf",
                    "aws_sns_topic_subscription",
                    name + "_" + (i + 1),
                    new Hcl()
                            .attribute("topic_arn", at + ".arn")
                            .attribute("protocol", Hcl.quoted(subscription.protocol()))
                            .attribute("endpoint", Hcl.quoted(subscription.endpoint())));
        }
    }

    /// JSON as Terraform writes it, for an attribute that takes its text.
    private List<String> encoded(Text json) {
        var value = text.of(JsonText.parse(json, t -> new Doc.Ref(text.of(t))));
        var encoded = new ArrayList<>(value);
        encoded.set(0, "jsonencode(" + value.getFirst());
        encoded.set(encoded.size() - 1, encoded.getLast() + ")");
        return encoded;
    }

    private void notice(Resource.Notice notice) {
        resource(
                "services.tf",
                notice.key(),
                new Hcl()
                        .attribute("name", Hcl.quoted(notice.name()))
                        .attribute("description", Hcl.quoted(notice.description()))
                        .attribute("event_pattern", encoded(notice.pattern())));
        var paths = new LinkedHashMap<String, List<String>>();
        notice.paths().forEach((name, path) -> paths.put(name, List.of(Hcl.quoted(path))));
        resource(
                "services.tf",
                "aws_cloudwatch_event_target",
                text.name(notice.key()),
                new Hcl()
                        .attribute("rule", text.address(notice.key()) + ".name")
                        .attribute("target_id", Hcl.quoted("topic"))
                        .attribute("arn", text.of(notice.topic()))
                        .block(
                                "input_transformer",
                                new Hcl()
                                        .attribute("input_paths", Hcl.object(paths))
                                        .attribute(
                                                "input_template", Hcl.quoted(notice.message()))));
    }

    private void repository(Resource.Repository repository) {
        var moving = repository.movingTags();
        var encryption = new Hcl().attribute("encryption_type", Hcl.quoted("KMS"));
        repository.encryptionKey().ifPresent(key -> encryption.attribute("kms_key", text.of(key)));
        var body =
                new Hcl()
                        .attribute("name", text.of(repository.name()))
                        .attribute(
                                "image_tag_mutability",
                                Hcl.quoted(
                                        moving.isEmpty()
                                                ? "IMMUTABLE"
                                                : "IMMUTABLE_WITH_EXCLUSION"));
        body.block("encryption_configuration", encryption)
                .block("image_scanning_configuration", new Hcl().attribute("scan_on_push", "true"));
        moving.forEach(tag ->
                body.block(
                        "image_tag_mutability_exclusion_filter",
                        new Hcl()
                                .attribute("filter", Hcl.quoted(tag))
                                .attribute("filter_type", Hcl.quoted("WILDCARD"))));
        resource("services.tf", repository.key(), body);
        resource(
                "services.tf",
                "aws_ecr_lifecycle_policy",
                text.name(repository.key()),
                new Hcl()
                        .attribute("repository", text.address(repository.key()) + ".name")
                        .attribute("policy", encoded(Text.of(repository.lifecycle()))));
    }

    private void alarm(Resource.Alarm alarm) {
        var dimensions = new LinkedHashMap<String, List<String>>();
        dimensions.put(
                alarm.dimension().getKey(), List.of(Hcl.quoted(alarm.dimension().getValue())));
        resource(
                "services.tf",
                alarm.key(),
                new Hcl()
                        .attribute("alarm_name", Hcl.quoted(alarm.name()))
                        .attribute("alarm_description", Hcl.quoted(alarm.description()))
                        .attribute("namespace", Hcl.quoted(alarm.namespace()))
                        .attribute("metric_name", Hcl.quoted(alarm.metric()))
                        .attribute("dimensions", Hcl.object(dimensions))
                        .attribute("statistic", Hcl.quoted(alarm.statistic()))
                        .attribute("period", String.valueOf(alarm.periodSeconds()))
                        .attribute("evaluation_periods", "1")
                        .attribute("threshold", String.valueOf(alarm.threshold()))
                        .attribute(
                                "comparison_operator", Hcl.quoted("GreaterThanOrEqualToThreshold"))
                        .attribute("treat_missing_data", Hcl.quoted("notBreaching"))
                        .attribute("alarm_actions", Hcl.list(List.of(text.of(alarm.topic())))));
    }

    private void startRule(Resource.StartRule rule) {
        resource(
                "services.tf",
                rule.key(),
                new Hcl()
                        .attribute("description", Hcl.quoted(rule.description()))
                        .attribute("event_pattern", encoded(rule.pattern())));
        resource(
                "services.tf",
                "aws_cloudwatch_event_target",
                text.name(rule.key()),
                new Hcl()
                        .attribute("rule", text.address(rule.key()) + ".id")
                        .attribute("target_id", Hcl.quoted("pipeline"))
                        .attribute("arn", text.of(rule.target()))
                        .attribute("role_arn", text.of(rule.role())));
    }
}
