package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Text;

import java.util.List;

/// What holds artifacts and images, and the keys to it.
final class TerraformStores {
    private final TerraformDeclarations module;
    private final TerraformText text;

    TerraformStores(TerraformDeclarations module) {
        this.module = module;
        this.text = module.text();
    }

    void key(Resource.EncryptionKey key) {
        var name = text.name(key.key());
        var policy = module.document("artifacts.tf", name, key.policy());
        module.resource(
                "artifacts.tf",
                key.key(),
                new Hcl()
                        .attribute("description", Hcl.quoted(key.description()))
                        .attribute("enable_key_rotation", "true")
                        .attribute("deletion_window_in_days", "30")
                        .attribute("policy", policy));
        module.resource(
                "artifacts.tf",
                "aws_kms_alias",
                name,
                new Hcl()
                        .attribute("name", Hcl.quoted(key.alias()))
                        .attribute("target_key_id", text.address(key.key()) + ".key_id"));
    }

    void bucket(Resource.ArtifactBucket bucket) {
        var name = text.name(bucket.key());
        var at = text.address(bucket.key());
        var body = new Hcl();
        bucket.name().ifPresent(n -> body.attribute("bucket", text.of(n)));
        module.resource("artifacts.tf", bucket.key(), body);
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
        module.resource(
                "artifacts.tf",
                "aws_s3_bucket_public_access_block",
                name,
                new Hcl()
                        .attribute("bucket", at + ".id")
                        .attribute("block_public_acls", "true")
                        .attribute("block_public_policy", "true")
                        .attribute("ignore_public_acls", "true")
                        .attribute("restrict_public_buckets", "true"));
        var policy = module.document("artifacts.tf", name, bucket.policy());
        module.resource(
                "artifacts.tf",
                "aws_s3_bucket_policy",
                name,
                new Hcl()
                        .attribute("bucket", at + ".id")
                        .attribute("policy", policy)
                        // S3 refuses a policy while it is told to block public ones
                        .list("depends_on", List.of("aws_s3_bucket_public_access_block." + name)));
    }

    void repository(Resource.Repository repository) {
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
        module.resource("services.tf", repository.key(), body);
        module.resource(
                "services.tf",
                "aws_ecr_lifecycle_policy",
                text.name(repository.key()),
                new Hcl()
                        .attribute("repository", text.address(repository.key()) + ".name")
                        .attribute("policy", module.encoded(Text.of(repository.lifecycle()))));
        repository.policy().ifPresent(policy -> guests(repository, policy));
    }

    private void guests(Resource.Repository repository, Policy policy) {
        var name = text.name(repository.key());
        var document = module.document("services.tf", name, policy);
        module.resource(
                "services.tf",
                "aws_ecr_repository_policy",
                name,
                new Hcl()
                        .attribute("repository", text.address(repository.key()) + ".name")
                        .attribute("policy", document));
    }

    private void part(String name, String bucket, String type, String block, Hcl body) {
        module.resource(
                "artifacts.tf",
                type,
                name,
                new Hcl().attribute("bucket", bucket + ".id").block(block, body));
    }
}
