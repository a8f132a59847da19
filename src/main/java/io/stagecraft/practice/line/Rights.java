package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.Principal;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.iam.Call;
import io.stagecraft.iam.Decision;
import io.stagecraft.iam.Needs;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.PolicyEvaluator;
import io.stagecraft.iam.Refusals;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;

import software.amazon.awssdk.services.codepipeline.model.ArtifactStore;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Would AWS let an action or a rule do what it has to? Asked of the roles, bucket and key policies as they are deployed.
final class Rights {
    private final Holdings holdings;
    private final Roles roles;
    private final Targets targets;
    private final Circumstances circumstances;
    private final Needs needs = new Needs();
    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    Rights(Holdings holdings, Roles roles, Targets targets) {
        this.holdings = holdings;
        this.roles = roles;
        this.targets = targets;
        this.circumstances = new Circumstances(holdings, targets);
    }

    /// The first call of an action that is refused, in AWS's words; empty when all go through.
    Optional<String> refusal(Work work, ActionSpec spec) {
        return refusal(
                work,
                spec.play(),
                needs.of(spec, circumstances.of(work, spec.play(), spec.fields())));
    }

    /// The same of a rule.
    Optional<String> refusal(Work work, RuleTypeSpec spec) {
        return refusal(
                work,
                spec.play(),
                needs.of(spec, circumstances.of(work, spec.play(), spec.fields())));
    }

    /// Why what an action works on may not report how it went; empty where it may, or nobody here can tell.
    Optional<String> silence(Work work, Play play, Play.Silence silence) {
        return targets.role(play, work)
                .filter(arn -> roles.at(arn).filter(roles::isKnown).isPresent())
                .flatMap(arn -> refusal(new Call(silence.call(), "*"), arn, work.id(), work));
    }

    private Optional<String> refusal(Work work, Play play, Needs.Found found) {
        var service = work.pipeline().declaration.roleArn();
        var trust = work.role().flatMap(role -> assumed(role, service, work));
        if (trust.isPresent()) {
            return trust;
        }
        for (var need : found.needs()) {
            var role = role(need.who(), work, play, service);
            for (var call : role.isEmpty() ? List.<Call>of() : need.calls()) {
                var refusal = refusal(call, role, session(need.who(), work), work);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return play.part() == Play.Part.RUNS_BUILD
                ? targets.first(play, work).flatMap(BuildImage::of).flatMap(this::unpulled)
                : Optional.empty();
    }

    /// Why CodeBuild may not pull the image where the project leaves that to it. Of a repository that is not in the account,
    /// or only lent, nobody here knows the policy.
    private Optional<String> unpulled(BuildImage image) {
        var there = holdings.at(image.repository()).filter(r -> !r.isLent());
        return image.byRole() || there.isEmpty()
                ? Optional.empty()
                : image.calls().stream()
                        .map(call ->
                                Refusals.words(
                                        BuildImage.CODEBUILD,
                                        call,
                                        resourcePolicy(call)
                                                .map(p ->
                                                        evaluator.trusts(
                                                                p, call, BuildImage.CODEBUILD))
                                                .orElseGet(() ->
                                                        new Decision.NotAllowed(
                                                                Decision.Layer.RESOURCE))))
                        .filter(words -> !words.isEmpty())
                        .findFirst();
    }

    private String role(Principal who, Work work, Play play, String service) {
        return switch (who) {
            case PIPELINE_ROLE -> service;
            case ACTION_ROLE -> work.role().orElse(service);
            case BUILD_PROJECT_ROLE -> targets.role(play, work).orElse("");
            case BATCH_ROLE -> targets.role(play, work, who).orElse("");
            // played elsewhere or by nobody here: their rights do not decide whether the action
            // runs
            case STACK_ROLE,
                    DEPLOYMENT_GROUP_ROLE,
                    INSTANCE_ROLE,
                    FUNCTION_ROLE,
                    DEPLOYER,
                    APPROVER,
                    JOB_WORKER ->
                    "";
        };
    }

    private static String session(Principal who, Work work) {
        return who == Principal.BUILD_PROJECT_ROLE || who == Principal.BATCH_ROLE
                ? "AWSCodeBuild-" + work.id()
                : String.valueOf(work.execution().started.toEpochMilli());
    }

    /// Whether the pipeline's role may become the action's.
    private Optional<String> assumed(String role, String service, Work work) {
        var there = roles.at(role);
        var refusal =
                refusal(
                        new Call("sts:AssumeRole", role),
                        service,
                        session(Principal.PIPELINE_ROLE, work),
                        work);
        if (there.isPresent() && refusal.isEmpty() && roles.trustsRole(there.get(), service)) {
            return Optional.empty();
        }
        return Optional.of(
                refusal.orElse(
                        "AWS CodePipeline could not assume the role "
                                + role
                                + " for the action "
                                + work.name()
                                + ": its trust policy does not admit the pipeline's role "
                                + service
                                + (there.isPresent() ? "." : ", or the role does not exist.")));
    }

    private Optional<String> refusal(Call asked, String roleArn, String session, Work work) {
        var role = roles.at(roleArn).orElse(null);
        if (role == null) {
            return Optional.of("The role " + roleArn + " does not exist or cannot be assumed.");
        }
        var call = surrounded(asked, work);
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
                .flatMap(t ->
                        Roles.document(t.properties().get("KeyPolicy"))
                                .or(() ->
                                        Roles.document(t.properties().get("RepositoryPolicyText"))))
                .map(PolicyDocument::of);
    }

    /// A bucket's key lives in the bucket's region, and so does the S3 that uses it: for copies that is another than the action's.
    private static String keysRegion(Call call) {
        var arn = call.resource().split(":", 6);
        return arn.length < 6 ? "" : arn[3];
    }

    /// The call with what every call from inside AWS carries.
    private static Call surrounded(Call call, Work work) {
        var context = new HashMap<String, List<String>>();
        context.put("aws:SecureTransport", List.of("true"));
        context.put("aws:ResourceAccount", List.of(Holdings.ACCOUNT));
        context.put("aws:PrincipalAccount", List.of(Holdings.ACCOUNT));
        context.put("aws:RequestedRegion", List.of(work.region()));
        work.pipeline()
                .store(work.region())
                .map(ArtifactStore::encryptionKey)
                .ifPresent(key -> {
                    if (call.action().startsWith("s3:Put")) {
                        context.put("s3:x-amz-server-side-encryption", List.of("aws:kms"));
                        context.put(
                                "s3:x-amz-server-side-encryption-aws-kms-key-id",
                                List.of(key.id()));
                    }
                    if (call.action().startsWith("kms:")) {
                        context.put(
                                "kms:ViaService",
                                List.of("s3." + keysRegion(call) + ".amazonaws.com"));
                    }
                });
        context.putAll(call.context());
        return new Call(call.action(), call.resource(), context);
    }
}
