package io.stagecraft.practice.account;

import io.stagecraft.iam.Call;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.PolicyEvaluator;
import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The roles of the account as they are deployed: who may assume them and which policies they have.
public final class Roles {
    private static final String ROLE = "AWS::IAM::Role";

    private final Holdings holdings;

    public Roles(Holdings holdings) {
        this.holdings = holdings;
    }

    /// The role with an ARN.
    public Optional<Thing> at(String arn) {
        return holdings.of(ROLE).filter(r -> r.arn().equals(arn)).findFirst();
    }

    /// The policies a role has, whichever way they came to it: inline, attached, or a policy that names the role.
    /// Of AWS's own managed policies only AdministratorAccess is known; the others give nothing here.
    public List<Map<String, Object>> policies(Thing role) {
        var policies = new ArrayList<Map<String, Object>>();
        items(role.properties().get("Policies"))
                .forEach(p -> document(p.get("PolicyDocument")).ifPresent(policies::add));
        for (var type : List.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            holdings.of(type)
                    .filter(p ->
                            texts(p.properties().get("Roles")).contains(role.name())
                                    || texts(role.properties().get("ManagedPolicyArns"))
                                            .contains(p.arn()))
                    .forEach(p ->
                            document(p.properties().get("PolicyDocument"))
                                    .ifPresent(policies::add));
        }
        holdings.of("AWS::IAM::RolePolicy")
                .filter(p -> p.text("RoleName").equals(Optional.of(role.name())))
                .forEach(p ->
                        document(p.properties().get("PolicyDocument")).ifPresent(policies::add));
        if (texts(role.properties().get("ManagedPolicyArns"))
                .contains("arn:aws:iam::aws:policy/AdministratorAccess")) {
            policies.add(
                    Map.of(
                            "Statement",
                            List.of(Map.of("Effect", "Allow", "Action", "*", "Resource", "*"))));
        }
        return policies;
    }

    /// Whether all that a role may do is known here: AWS's own managed policies are not, but for those that functions run with,
    /// which speak of logs, networks and queues only.
    ///
    /// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html">Execution role</a>
    public boolean isKnown(Thing role) {
        return texts(role.properties().get("ManagedPolicyArns")).stream()
                .filter(arn -> arn.startsWith("arn:aws:iam::aws:policy/"))
                .allMatch(arn ->
                        arn.endsWith("/AdministratorAccess")
                                || arn.contains("/service-role/AWSLambda"));
    }

    /// Refuses a role that is not there or does not trust a service.
    ///
    /// @param source the ARN of what the service works for
    /// @throws Refusal in AWS's words
    public void refuseUnlessAssumable(String arn, String service, String source) {
        if (at(arn).filter(r -> trustsService(r, service, source)).isEmpty()) {
            throw new Refusal(
                    "InvalidRequest",
                    "Resource handler returned message: \""
                            + service
                            + " is not authorized to perform: sts:AssumeRole on "
                            + arn
                            + "\" (HandlerErrorCode: InvalidRequest)");
        }
    }

    /// Whether a role lets a service assume it.
    ///
    /// @param source the ARN of what the service works for
    public boolean trustsService(Thing role, String service, String source) {
        return trusts(
                role,
                service,
                Map.of(
                        "aws:SourceArn", List.of(source),
                        "aws:SourceAccount", List.of(Holdings.ACCOUNT)));
    }

    /// Whether a role lets another role of this account assume it.
    public boolean trustsRole(Thing role, String arn) {
        return trusts(role, arn, Map.of("aws:PrincipalArn", List.of(arn)));
    }

    private static boolean trusts(Thing role, String whom, Map<String, List<String>> context) {
        return document(role.properties().get("AssumeRolePolicyDocument"))
                .map(d ->
                        new PolicyEvaluator()
                                .trusts(
                                        PolicyDocument.of(d),
                                        new Call("sts:AssumeRole", role.arn(), context),
                                        whom)
                                .allowed())
                .orElse(false);
    }

    /// A policy document, given as a tree.
    @SuppressWarnings("unchecked")
    public static Optional<Map<String, Object>> document(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map
                ? Optional.of((Map<String, Object>) map)
                : Optional.empty();
    }

    private static List<Map<?, ?>> items(@Nullable Object tree) {
        var items = new ArrayList<Map<?, ?>>();
        switch (tree) {
            case List<?> list -> list.forEach(i -> items.addAll(items(i)));
            case Map<?, ?> map -> items.add(map);
            case null, default -> {}
        }
        return items;
    }

    private static List<String> texts(@Nullable Object tree) {
        return switch (tree) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(tree.toString());
        };
    }
}
