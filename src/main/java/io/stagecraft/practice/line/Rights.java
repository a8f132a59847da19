package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.ActionContext;
import io.stagecraft.iam.Call;
import io.stagecraft.iam.Needs;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.PolicyEvaluator;
import io.stagecraft.iam.Refusals;
import io.stagecraft.iam.Text;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;

import software.amazon.awssdk.services.codepipeline.model.ArtifactStore;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Would AWS let the action do what it has to? Asked of the roles, bucket and key policies as they are deployed.
final class Rights {
    private final Holdings holdings;
    private final Roles roles;
    private final Needs needs = new Needs();
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    Rights(Holdings holdings, Roles roles) {
        this.holdings = holdings;
        this.roles = roles;
    }

    /// The first call that is refused, in AWS's words; empty when all go through.
    Optional<String> refusal(StageRun.ActionRun run, ActionSpec spec) {
        var pipeline = run.stage.execution.pipeline;
        var own = Optional.ofNullable(run.action.roleArn());
        var service = pipeline.declaration.roleArn();
        var found = needs.of(spec, context(run));
        var trust = own.flatMap(role -> assumed(role, service, run));
        if (trust.isPresent()) {
            return trust;
        }
        for (var need : found.needs()) {
            var role =
                    switch (need.who()) {
                        case PIPELINE_ROLE -> service;
                        case ACTION_ROLE -> own.orElse(service);
                        case BUILD_PROJECT_ROLE -> projectRole(run).orElse("");
                        // played elsewhere or by nobody here: their rights do not decide whether
                        // the action runs
                        case STACK_ROLE,
                                DEPLOYMENT_GROUP_ROLE,
                                INSTANCE_ROLE,
                                FUNCTION_ROLE,
                                DEPLOYER,
                                APPROVER,
                                JOB_WORKER ->
                                "";
                    };
            for (var call : role.isEmpty() ? List.<Call>of() : need.calls()) {
                var refusal = refusal(call, role, session(need.who(), run), run);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private static String session(Principal who, StageRun.ActionRun run) {
        return who == Principal.BUILD_PROJECT_ROLE
                ? "AWSCodeBuild-" + run.id
                : String.valueOf(run.stage.execution.started.toEpochMilli());
    }

    /// Whether the pipeline's role may become the action's.
    private Optional<String> assumed(String role, String service, StageRun.ActionRun run) {
        var there = roles.at(role);
        var refusal =
                refusal(
                        new Call("sts:AssumeRole", role),
                        service,
                        session(Principal.PIPELINE_ROLE, run),
                        run);
        if (there.isPresent() && refusal.isEmpty() && roles.trustsRole(there.get(), service)) {
            return Optional.empty();
        }
        return Optional.of(
                refusal.orElse(
                        "AWS CodePipeline could not assume the role "
                                + role
                                + " for the action "
                                + run.action.name()
                                + ": its trust policy does not admit the pipeline's role "
                                + service
                                + (there.isPresent() ? "." : ", or the role does not exist.")));
    }

    private Optional<String> refusal(
            Call asked, String roleArn, String session, StageRun.ActionRun run) {
        var role = roles.at(roleArn).orElse(null);
        if (role == null) {
            return Optional.of("The role " + roleArn + " does not exist or cannot be assumed.");
        }
        var call = surrounded(asked, run);
        var resource = resourcePolicy(call);
        var principal =
                "arn:"
                        + Holdings.PARTITION
                        + ":sts::"
                        + Holdings.ACCOUNT
                        + ":assumed-role/"
                        + role.name()
                        + "/"
                        + session;
        var identity = roles.policies(role).stream().map(PolicyDocument::of).toList();
        var boundary =
                role.text("PermissionsBoundary")
                        .flatMap(holdings::at)
                        .flatMap(p -> Roles.document(p.properties().get("PolicyDocument")))
                        .map(PolicyDocument::of);
        var decision = evaluator.decide(call, identity, boundary, resource, role.arn());
        if (!decision.allowed()) {
            return Optional.of(Refusals.words(principal, call, decision));
        }
        return keyPolicyForbids(call, resource, role)
                ? Optional.of(
                        "User: "
                                + principal
                                + " is not authorized to perform: "
                                + call.action()
                                + " on resource: "
                                + call.resource()
                                + " because no resource-based policy allows the "
                                + call.action()
                                + " action")
                : Optional.empty();
    }

    /// A key is used only where its own policy says so, or leaves it to the account.
    private boolean keyPolicyForbids(Call call, Optional<PolicyDocument> policy, Thing role) {
        var root = "arn:" + Holdings.PARTITION + ":iam::" + Holdings.ACCOUNT + ":root";
        return call.action().startsWith("kms:")
                && policy.isPresent()
                && !evaluator.trusts(policy.get(), call, role.arn()).allowed()
                && !evaluator.trusts(policy.get(), call, root).allowed();
    }

    private Optional<PolicyDocument> resourcePolicy(Call call) {
        var arn = call.resource();
        if (arn.contains(":s3:::")) {
            var bucket = arn.substring(arn.indexOf(":s3:::") + 6).split("/", 2)[0];
            return holdings.of("AWS::S3::BucketPolicy")
                    .filter(p -> p.text("Bucket").equals(Optional.of(bucket)))
                    .flatMap(p -> Roles.document(p.properties().get("PolicyDocument")).stream())
                    .map(PolicyDocument::of)
                    .findFirst();
        }
        return holdings.at(arn)
                .flatMap(t -> Roles.document(t.properties().get("KeyPolicy")))
                .map(PolicyDocument::of);
    }

    /// The call with what every call from inside AWS carries.
    private static Call surrounded(Call call, StageRun.ActionRun run) {
        var region =
                Optional.ofNullable(run.action.region())
                        .orElse(run.stage.execution.pipeline.region);
        var context = new HashMap<String, List<String>>();
        context.put("aws:SecureTransport", List.of("true"));
        context.put("aws:ResourceAccount", List.of(Holdings.ACCOUNT));
        context.put("aws:PrincipalAccount", List.of(Holdings.ACCOUNT));
        context.put("aws:RequestedRegion", List.of(region));
        run.stage
                .execution
                .pipeline
                .store(region)
                .map(ArtifactStore::encryptionKey)
                .ifPresent(key -> {
                    if (call.action().startsWith("s3:Put")) {
                        context.put("s3:x-amz-server-side-encryption", List.of("aws:kms"));
                        context.put(
                                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                                List.of(key.id()));
                    }
                    if (call.action().startsWith("kms:")) {
                        context.put("kms:ViaService", List.of("s3." + region + ".amazonaws.com"));
                    }
                });
        context.putAll(call.context());
        return new Call(call.action(), call.resource(), context);
    }

    private ActionContext context(StageRun.ActionRun run) {
        var execution = run.stage.execution;
        var pipeline = execution.pipeline;
        var region = Optional.ofNullable(run.action.region()).orElse(pipeline.region);
        var inputs = run.action.inputArtifacts().stream().map(a -> a.name()).toList();
        var sources =
                execution.declaration.stages().stream()
                        .flatMap(s -> s.actions().stream())
                        .filter(a ->
                                a.outputArtifacts().stream()
                                        .anyMatch(o -> inputs.contains(o.name())))
                        .map(a -> texts(a.configuration()))
                        .toList();
        return new ActionContext(
                pipeline.name(),
                run.stage.stage.name(),
                run.action.name(),
                place(pipeline.region),
                place(region),
                texts(run.resolved),
                inputs,
                run.action.outputArtifacts().stream().map(a -> a.name()).toList(),
                pipeline.store(region).map(this::store),
                region.equals(pipeline.region)
                        ? Optional.empty()
                        : pipeline.store(pipeline.region).map(this::store),
                project(run).map(Rights::known),
                List.of(),
                sources);
    }

    private static SequencedMap<String, Text> texts(Map<String, String> settings) {
        var texts = new LinkedHashMap<String, Text>();
        settings.forEach((k, v) -> texts.put(k, Text.of(v)));
        return texts;
    }

    private static ActionContext.Place place(String region) {
        return ActionContext.Place.of(Holdings.PARTITION, region, Holdings.ACCOUNT);
    }

    private ActionContext.Store store(ArtifactStore store) {
        return new ActionContext.Store(
                Text.of("arn:" + Holdings.PARTITION + ":s3:::" + store.location()),
                Text.of(Holdings.ACCOUNT),
                Optional.ofNullable(store.encryptionKey())
                        .map(k -> ActionContext.Key.of(Text.of(keyArn(k.id())))));
    }

    /// A key's ARN, whether it is named by ARN, id or alias.
    private String keyArn(String id) {
        var alias =
                holdings.of("AWS::KMS::Alias")
                        .filter(a -> a.arn().equals(id) || a.name().equals(id))
                        .flatMap(a -> a.text("TargetKeyId").stream())
                        .findFirst();
        var key = alias.orElse(id);
        return holdings.of("AWS::KMS::Key")
                .filter(k -> k.arn().equals(key) || k.id().equals(key))
                .map(Thing::arn)
                .findFirst()
                .orElse(key);
    }

    /// The build project the action starts, if it starts one that is there.
    Optional<Thing> project(StageRun.ActionRun run) {
        var region =
                Optional.ofNullable(run.action.region())
                        .orElse(run.stage.execution.pipeline.region);
        return Optional.ofNullable(run.resolved.get("ProjectName"))
                .flatMap(name -> holdings.named("AWS::CodeBuild::Project", name, region));
    }

    private Optional<String> projectRole(StageRun.ActionRun run) {
        return project(run).flatMap(p -> p.text("ServiceRole"));
    }

    private static ActionContext.Project known(Thing project) {
        var features = new java.util.TreeSet<String>();
        if (project.properties().containsKey("VpcConfig")) {
            features.add("vpc");
        }
        if (project.properties().containsKey("BuildBatchConfig")) {
            features.add("batch");
        }
        if (Buildspec.of(project).hasReports()) {
            features.add("reports");
        }
        return new ActionContext.Project(Set.copyOf(features), variables(project));
    }

    private static List<EnvironmentVariable> variables(Thing project) {
        if (!(project.properties().get("Environment") instanceof Map<?, ?> environment)
                || !(environment.get("EnvironmentVariables") instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(v -> (Map<?, ?>) v)
                .map(v ->
                        new EnvironmentVariable(
                                String.valueOf(v.get("Name")),
                                String.valueOf(v.get("Value")),
                                EnvironmentVariable.Kind.valueOf(
                                        v.containsKey("Type")
                                                ? String.valueOf(v.get("Type"))
                                                : "PLAINTEXT")))
                .toList();
    }
}
