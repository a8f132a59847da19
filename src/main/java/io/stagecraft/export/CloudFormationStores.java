package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;

import java.util.List;
import java.util.Optional;

/// What holds artifacts and images, and the keys to it.
record CloudFormationStores(CloudFormationDeclarations stack) {
    void key(Resource.EncryptionKey key) {
        stack.kept(
                key.key(),
                "AWS::KMS::Key",
                new Doc.Building()
                        .put("Description", key.description())
                        .put("EnableKeyRotation", Doc.of(true))
                        .put("KeyPolicy", stack.policy(key.policy()))
                        .maybe("Tags", stack.tags()));
        stack.plain(
                key.key() + "Alias",
                "AWS::KMS::Alias",
                new Doc.Building()
                        .put("AliasName", key.alias())
                        .put("TargetKeyId", new Doc.Ref(key.key())));
    }

    void bucket(Resource.ArtifactBucket bucket) {
        var encryption =
                new Doc.Building()
                        .put("SSEAlgorithm", "aws:kms")
                        .maybe("KMSMasterKeyID", bucket.encryptionKey().map(stack::text))
                        .done();
        stack.kept(
                bucket.key(),
                "AWS::S3::Bucket",
                new Doc.Building()
                        .maybe("BucketName", bucket.name().map(stack::text))
                        .put(
                                "BucketEncryption",
                                CloudFormationDeclarations.object(
                                        "ServerSideEncryptionConfiguration",
                                        new Doc.Arr(
                                                List.of(
                                                        new Doc.Building()
                                                                .put(
                                                                        "ServerSideEncryptionByDefault",
                                                                        encryption)
                                                                .put(
                                                                        "BucketKeyEnabled",
                                                                        Doc.of(true))
                                                                .done()))))
                        .put(
                                "VersioningConfiguration",
                                CloudFormationDeclarations.object("Status", Doc.of("Enabled")))
                        .put(
                                "PublicAccessBlockConfiguration",
                                new Doc.Building()
                                        .put("BlockPublicAcls", Doc.of(true))
                                        .put("BlockPublicPolicy", Doc.of(true))
                                        .put("IgnorePublicAcls", Doc.of(true))
                                        .put("RestrictPublicBuckets", Doc.of(true))
                                        .done())
                        .put(
                                "OwnershipControls",
                                CloudFormationDeclarations.object(
                                        "Rules",
                                        new Doc.Arr(
                                                List.of(
                                                        CloudFormationDeclarations.object(
                                                                "ObjectOwnership",
                                                                Doc.of("BucketOwnerEnforced"))))))
                        .put("LifecycleConfiguration", lifecycle())
                        .maybe("Tags", stack.tags()));
        stack.plain(
                bucket.key() + "Policy",
                "AWS::S3::BucketPolicy",
                new Doc.Building()
                        .put("Bucket", new Doc.Ref(bucket.key()))
                        .put("PolicyDocument", stack.policy(bucket.policy())));
    }

    void repository(Resource.Repository repository) {
        var moving = repository.movingTags();
        stack.kept(
                repository.key(),
                "AWS::ECR::Repository",
                moving.isEmpty() ? Optional.empty() : Optional.of(whyTagsMove(moving)),
                new Doc.Building()
                        .put("RepositoryName", stack.text(repository.name()))
                        .put(
                                "ImageTagMutability",
                                moving.isEmpty() ? "IMMUTABLE" : "IMMUTABLE_WITH_EXCLUSION")
                        .each(
                                "ImageTagMutabilityExclusionFilters",
                                moving,
                                tag ->
                                        new Doc.Building()
                                                .put(
                                                        "ImageTagMutabilityExclusionFilterType",
                                                        "WILDCARD")
                                                .put("ImageTagMutabilityExclusionFilterValue", tag)
                                                .done())
                        .put(
                                "ImageScanningConfiguration",
                                CloudFormationDeclarations.object("ScanOnPush", Doc.of(true)))
                        .put(
                                "EncryptionConfiguration",
                                new Doc.Building()
                                        .put("EncryptionType", "KMS")
                                        .maybe(
                                                "KmsKey",
                                                repository.encryptionKey().map(stack::text))
                                        .done())
                        .put(
                                "LifecyclePolicy",
                                CloudFormationDeclarations.object(
                                        "LifecyclePolicyText", Doc.of(repository.lifecycle())))
                        .maybe("RepositoryPolicyText", repository.policy().map(stack::policy))
                        .maybe("Tags", stack.tags()));
    }

    private static Doc lifecycle() {
        return CloudFormationDeclarations.object(
                "Rules",
                new Doc.Arr(
                        List.of(
                                new Doc.Building()
                                        .put("Id", "CleanUp")
                                        .put("Status", "Enabled")
                                        .put(
                                                "AbortIncompleteMultipartUpload",
                                                CloudFormationDeclarations.object(
                                                        "DaysAfterInitiation", Doc.of(7)))
                                        .put(
                                                "NoncurrentVersionExpiration",
                                                CloudFormationDeclarations.object(
                                                        "NoncurrentDays", Doc.of(90)))
                                        .done())));
    }

    /// Checkov knows no tags that move while all others stay, and calls it mutable.
    private static Doc whyTagsMove(List<String> tags) {
        var skip =
                new Doc.Building()
                        .put("id", "CKV_AWS_51")
                        .put("comment", "All tags stay but " + String.join(", ", tags))
                        .done();
        return CloudFormationDeclarations.object(
                "checkov", CloudFormationDeclarations.object("skip", new Doc.Arr(List.of(skip))));
    }
}
