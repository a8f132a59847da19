package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Policy;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The resources of one stack as CloudFormation declares them; some of ours are two or three of its.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html">Template reference</a>
final class CloudFormationResources {
    private final CloudFormationText text;
    private final SequencedMap<String, String> tags;
    private final PolicyDocument policies;
    private final Doc.Building out = new Doc.Building();

    CloudFormationResources(CloudFormationText text, SequencedMap<String, String> tags) {
        this.text = text;
        this.tags = tags;
        this.policies = new PolicyDocument(text::of);
    }

    Doc.Obj of(List<Resource> resources) {
        resources.forEach(this::add);
        return out.done();
    }

    private void add(Resource resource) {
        switch (resource) {
            case Resource.EncryptionKey key -> key(key);
            case Resource.ArtifactBucket bucket -> bucket(bucket);
            case Resource.Role role -> role(role);
            case Resource.LogGroup group -> logGroup(group);
            case Resource.BuildProject project -> project(project);
            case Resource.Connection connection -> connection(connection);
            case Resource.Topic topic -> topic(topic);
            case Resource.Repository repository -> repository(repository);
            case Resource.BusAccess access -> busAccess(access);
            case Resource.StartRule rule -> startRule(rule);
            case Resource.Notice notice -> notice(notice);
            case Resource.Alarm alarm -> alarm(alarm);
            case Resource.Dashboard dashboard ->
                    plain(
                            dashboard.key(),
                            "AWS::CloudWatch::Dashboard",
                            new Doc.Building()
                                    .put("DashboardName", dashboard.name())
                                    .put("DashboardBody", text.of(dashboard.body())));
            case Resource.Pipeline pipeline -> pipeline(pipeline);
        }
    }

    private void key(Resource.EncryptionKey key) {
        kept(
                key.key(),
                "AWS::KMS::Key",
                new Doc.Building()
                        .put("Description", key.description())
                        .put("EnableKeyRotation", Doc.of(true))
                        .put("KeyPolicy", policies.of(key.policy()))
                        .maybe("Tags", tags()));
        plain(
                key.key() + "Alias",
                "AWS::KMS::Alias",
                new Doc.Building()
                        .put("AliasName", key.alias())
                        .put("TargetKeyId", new Doc.Ref(key.key())));
    }

    private void bucket(Resource.ArtifactBucket bucket) {
        var encryption =
                new Doc.Building()
                        .put("SSEAlgorithm", "aws:kms")
                        .maybe("KMSMasterKeyID", bucket.encryptionKey().map(text::of))
                        .done();
        kept(
                bucket.key(),
                "AWS::S3::Bucket",
                new Doc.Building()
                        .maybe("BucketName", bucket.name().map(text::of))
                        .put(
                                "BucketEncryption",
                                object(
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
                        .put("VersioningConfiguration", object("Status", Doc.of("Enabled")))
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
                                object(
                                        "Rules",
                                        new Doc.Arr(
                                                List.of(
                                                        object(
                                                                "ObjectOwnership",
                                                                Doc.of("BucketOwnerEnforced"))))))
                        .put("LifecycleConfiguration", lifecycle())
                        .maybe("Tags", tags()));
        plain(
                bucket.key() + "Policy",
                "AWS::S3::BucketPolicy",
                new Doc.Building()
                        .put("Bucket", new Doc.Ref(bucket.key()))
                        .put("PolicyDocument", policies.of(bucket.policy())));
    }

    private static Doc lifecycle() {
        return object(
                "Rules",
                new Doc.Arr(
                        List.of(
                                new Doc.Building()
                                        .put("Id", "CleanUp")
                                        .put("Status", "Enabled")
                                        .put(
                                                "AbortIncompleteMultipartUpload",
                                                object("DaysAfterInitiation", Doc.of(7)))
                                        .put(
                                                "NoncurrentVersionExpiration",
                                                object("NoncurrentDays", Doc.of(90)))
                                        .done())));
    }

    private void role(Resource.Role role) {
        var properties =
                new Doc.Building()
                        .maybeText("RoleName", role.name())
                        .put("Description", role.description())
                        .put("AssumeRolePolicyDocument", policies.of(role.trust()))
                        .each(
                                "Policies",
                                role.policies(),
                                policy ->
                                        new Doc.Building()
                                                .put("PolicyName", policy.name())
                                                .put("PolicyDocument", policies.of(policy))
                                                .done())
                        .maybe("Tags", tags())
                        .done();
        out.put(
                role.key(),
                new Doc.Building()
                        .put("Type", "AWS::IAM::Role")
                        .maybe("Metadata", metadata(role))
                        .put("Properties", properties)
                        .done());
    }

    private static Optional<Doc> metadata(Resource.Role role) {
        var metadata = new Doc.Building();
        unscoped(role.policies()).ifPresent(why -> why.members().forEach(metadata::put));
        metadata.each(
                "DeployedStacksHold",
                role.creates(),
                c -> new Doc.Building().put("Call", c.call()).put("Named", c.named()).done());
        var done = metadata.done();
        return done.members().isEmpty() ? Optional.empty() : Optional.of(done);
    }

    /// Why a statement has to say `*`, for those who read JSON and for programs.
    private static Optional<Doc.Obj> unscoped(List<Policy> policies) {
        var why = new Doc.Building();
        policies.forEach(
                p -> p.statements().forEach(s -> s.unscoped().ifPresent(w -> why.put(s.sid(), w))));
        return why.done().members().isEmpty()
                ? Optional.empty()
                : Optional.of(new Doc.Building().put("WhyOnEveryResource", why.done()).done());
    }

    private void logGroup(Resource.LogGroup group) {
        plain(
                group.key(),
                "AWS::Logs::LogGroup",
                new Doc.Building()
                        .put("LogGroupName", text.of(group.name()))
                        .put("RetentionInDays", Doc.of(group.retentionDays()))
                        .maybe("KmsKeyId", group.encryptionKey().map(text::of))
                        .maybe("Tags", tags()));
    }

    private void project(Resource.BuildProject project) {
        var drawn = project.project();
        var around = drawn.surroundings();
        var environment =
                new Doc.Building()
                        .put("Type", drawn.environmentType())
                        .put("Image", drawn.image())
                        .put("ComputeType", drawn.computeType());
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
                        .put("GroupName", text.of(project.logGroup()))
                        .done();
        declared(
                project.key(),
                "AWS::CodeBuild::Project",
                project.after(),
                new Doc.Building()
                        .put("Name", text.of(project.name()))
                        .put("ServiceRole", text.of(project.role()))
                        .put("Artifacts", object("Type", Doc.of("CODEPIPELINE")))
                        .put("Environment", environment.done())
                        .maybe("EncryptionKey", project.encryptionKey().map(text::of))
                        .put("LogsConfig", object("CloudWatchLogs", logs))
                        .put("TimeoutInMinutes", Doc.of(drawn.timeoutMinutes()))
                        .maybe("QueuedTimeoutInMinutes", queued(around).map(Doc::of))
                        .maybe("VpcConfig", around.network().map(CloudFormationResources::network))
                        .maybe("Cache", cache(around.cache()))
                        .maybe(
                                "BuildBatchConfig",
                                project.batchRole().map(r -> object("ServiceRole", text.of(r))))
                        .put(
                                "Source",
                                new Doc.Building()
                                        .put("Type", "CODEPIPELINE")
                                        .unlessEmpty("BuildSpec", drawn.buildspec())
                                        .done())
                        .maybe("Tags", tags()));
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

    private void connection(Resource.Connection connection) {
        plain(
                connection.key(),
                "AWS::CodeConnections::Connection",
                new Doc.Building()
                        .put("ConnectionName", connection.name())
                        .put("ProviderType", connection.providerType())
                        .maybe("Tags", tags()));
    }

    private void topic(Resource.Topic topic) {
        plain(
                topic.key(),
                "AWS::SNS::Topic",
                new Doc.Building()
                        .maybe("TopicName", topic.name().map(text::of))
                        .maybe("KmsMasterKeyId", topic.encryptionKey().map(text::of))
                        .each(
                                "Subscription",
                                topic.subscriptions(),
                                s ->
                                        new Doc.Building()
                                                .put("Protocol", s.protocol())
                                                .put("Endpoint", s.endpoint())
                                                .done())
                        .maybe("Tags", tags()));
        plain(
                topic.key() + "Policy",
                "AWS::SNS::TopicPolicy",
                new Doc.Building()
                        .put("Topics", new Doc.Arr(List.of(new Doc.Ref(topic.key()))))
                        .put("PolicyDocument", policies.of(topic.policy())));
    }

    private void repository(Resource.Repository repository) {
        var moving = repository.movingTags();
        kept(
                repository.key(),
                "AWS::ECR::Repository",
                moving.isEmpty() ? Optional.empty() : Optional.of(whyTagsMove(moving)),
                new Doc.Building()
                        .put("RepositoryName", text.of(repository.name()))
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
                        .put("ImageScanningConfiguration", object("ScanOnPush", Doc.of(true)))
                        .put(
                                "EncryptionConfiguration",
                                new Doc.Building()
                                        .put("EncryptionType", "KMS")
                                        .maybe("KmsKey", repository.encryptionKey().map(text::of))
                                        .done())
                        .put(
                                "LifecyclePolicy",
                                object("LifecyclePolicyText", Doc.of(repository.lifecycle())))
                        .maybe("Tags", tags()));
    }

    private void busAccess(Resource.BusAccess access) {
        plain(
                access.key(),
                "AWS::Events::EventBusPolicy",
                new Doc.Building()
                        .put("StatementId", access.statement())
                        .put("Action", "events:PutEvents")
                        .put("Principal", text.of(access.account())));
    }

    private void notice(Resource.Notice notice) {
        var paths = new Doc.Building();
        notice.paths().forEach(paths::put);
        plain(
                notice.key(),
                "AWS::Events::Rule",
                new Doc.Building()
                        .put("Name", notice.name())
                        .put("Description", notice.description())
                        .put("State", "ENABLED")
                        .put("EventPattern", JsonText.parse(notice.pattern(), text::of))
                        .put(
                                "Targets",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Id", "topic")
                                                        .put("Arn", text.of(notice.topic()))
                                                        .put(
                                                                "InputTransformer",
                                                                new Doc.Building()
                                                                        .put(
                                                                                "InputPathsMap",
                                                                                paths.done())
                                                                        .put(
                                                                                "InputTemplate",
                                                                                notice.message())
                                                                        .done())
                                                        .done()))));
    }

    private void alarm(Resource.Alarm alarm) {
        plain(
                alarm.key(),
                "AWS::CloudWatch::Alarm",
                new Doc.Building()
                        .put("AlarmName", alarm.name())
                        .put("AlarmDescription", alarm.description())
                        .put("Namespace", alarm.namespace())
                        .put("MetricName", alarm.metric())
                        .put(
                                "Dimensions",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Name", alarm.dimension().getKey())
                                                        .put("Value", alarm.dimension().getValue())
                                                        .done())))
                        .put("Statistic", alarm.statistic())
                        .put("Period", Doc.of(alarm.periodSeconds()))
                        .put("EvaluationPeriods", Doc.of(1))
                        .put("Threshold", Doc.of(alarm.threshold()))
                        .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                        .put("TreatMissingData", "notBreaching")
                        .put("AlarmActions", new Doc.Arr(List.of(text.of(alarm.topic()))))
                        .maybe("Tags", tags()));
    }

    private void startRule(Resource.StartRule rule) {
        plain(
                rule.key(),
                "AWS::Events::Rule",
                new Doc.Building()
                        .put("Description", rule.description())
                        .put("State", "ENABLED")
                        .put("EventPattern", JsonText.parse(rule.pattern(), text::of))
                        .put(
                                "Targets",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Id", "pipeline")
                                                        .put("Arn", text.of(rule.target()))
                                                        .put("RoleArn", text.of(rule.role()))
                                                        .done()))));
    }

    private void pipeline(Resource.Pipeline pipeline) {
        var spelling = Spelling.cloudFormation();
        declared(
                pipeline.key(),
                "AWS::CodePipeline::Pipeline",
                pipeline.after(),
                new PipelineBody(spelling, pipeline, text::of)
                        .members()
                        .each(
                                "DisableInboundStageTransitions",
                                pipeline.design().stages().stream()
                                        .filter(s -> s.inbound() instanceof Transition.Closed)
                                        .toList(),
                                CloudFormationResources::closed)
                        .maybe("Tags", tags()));
    }

    private static Doc closed(Stage stage) {
        var reason = stage.inbound() instanceof Transition.Closed(var words) ? words : "";
        return new Doc.Building().put("StageName", stage.name()).put("Reason", reason).done();
    }

    private void plain(String key, String type, Doc.Building properties) {
        declared(key, type, List.of(), properties);
    }

    private void declared(String key, String type, List<String> after, Doc.Building properties) {
        var body = properties.done();
        var known = body.references().collect(Collectors.toSet()); // CloudFormation waits for these
        out.put(
                key,
                new Doc.Building()
                        .put("Type", type)
                        .strings(
                                "DependsOn",
                                after.stream().filter(r -> !known.contains(r)).toList())
                        .put("Properties", body)
                        .done());
    }

    /// Checkov knows no tags that move while all others stay, and calls it mutable.
    private static Doc whyTagsMove(List<String> tags) {
        var skip =
                new Doc.Building()
                        .put("id", "CKV_AWS_51")
                        .put("comment", "All tags stay but " + String.join(", ", tags))
                        .done();
        return object("checkov", object("skip", new Doc.Arr(List.of(skip))));
    }

    /// What holds artifacts, or opens them, outlives the stack.
    private void kept(String key, String type, Doc.Building properties) {
        kept(key, type, Optional.empty(), properties);
    }

    private void kept(String key, String type, Optional<Doc> metadata, Doc.Building properties) {
        out.put(
                key,
                new Doc.Building()
                        .put("Type", type)
                        .maybe("Metadata", metadata)
                        .put("DeletionPolicy", "Retain")
                        .put("UpdateReplacePolicy", "Retain")
                        .put("Properties", properties.done())
                        .done());
    }

    private Optional<Doc> tags() {
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Doc.Arr(
                                tags.entrySet().stream()
                                        .<Doc>map(t ->
                                                new Doc.Building()
                                                        .put("Key", t.getKey())
                                                        .put("Value", t.getValue())
                                                        .done())
                                        .toList()));
    }

    private static Doc object(String name, Doc value) {
        return new Doc.Building().put(name, value).done();
    }
}
