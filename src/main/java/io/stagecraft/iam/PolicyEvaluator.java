package io.stagecraft.iam;

import io.stagecraft.iam.Decision.Layer;
import io.stagecraft.iam.PolicyDocument.Patterns;
import io.stagecraft.iam.PolicyDocument.Principals;
import io.stagecraft.iam.PolicyDocument.Rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Would AWS allow this call? Within one account: a deny anywhere wins, then a boundary has to allow, then the identity's
/// own policies or the resource's.
///
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Evaluation logic</a>
public final class PolicyEvaluator {
    private static final Pattern SESSION =
            Pattern.compile("arn:([^:]+):sts::(\\d*):assumed-role/([^/]+)/.*");

    /// By the identity's own policies alone.
    public Decision decide(Call call, List<PolicyDocument> identity) {
        return decide(call, identity, Optional.empty(), Optional.empty(), "");
    }

    /// By everything that has a say within one account.
    ///
    /// @param resourcePolicy the policy of what is called, such as a bucket's
    /// @param principal who calls: the ARN of a role, a session or a user, or a service's name
    public Decision decide(
            Call call,
            List<PolicyDocument> identity,
            Optional<PolicyDocument> boundary,
            Optional<PolicyDocument> resourcePolicy,
            String principal) {
        var context = new CallContext(call.context());
        var own = identity.stream().flatMap(p -> matching(p, call, context)).toList();
        var limits = boundary.stream().flatMap(p -> matching(p, call, context)).toList();
        var guards =
                resourcePolicy.stream()
                        .flatMap(p -> matching(p, call, context))
                        .filter(rule -> means(rule, principal))
                        .toList();
        return denied(own, Layer.IDENTITY)
                .or(() -> denied(limits, Layer.BOUNDARY))
                .or(() -> denied(guards, Layer.RESOURCE))
                .or(() -> allowed(guards.stream().filter(r -> names(r, principal)).toList()))
                .or(() ->
                        boundary.isPresent() && allowed(limits).isEmpty()
                                ? Optional.of(new Decision.NotAllowed(Layer.BOUNDARY))
                                : Optional.empty())
                .or(() -> allowed(own))
                .orElseGet(() -> new Decision.NotAllowed(Layer.IDENTITY));
    }

    /// Whether a role's trust policy lets `principal` assume it.
    public Decision trusts(PolicyDocument trust, Call call, String principal) {
        var context = new CallContext(call.context());
        var rules = matching(trust, call, context).filter(rule -> means(rule, principal)).toList();
        return denied(rules, Layer.RESOURCE)
                .or(() -> allowed(rules))
                .orElseGet(() -> new Decision.NotAllowed(Layer.RESOURCE));
    }

    private static Optional<Decision> denied(List<Rule> rules, Layer layer) {
        return rules.stream()
                .filter(rule -> !rule.allows())
                .findFirst()
                .map(rule -> new Decision.ExplicitlyDenied(rule.name(), layer));
    }

    private static Optional<Decision> allowed(List<Rule> rules) {
        return rules.stream()
                .filter(Rule::allows)
                .findFirst()
                .map(rule -> new Decision.Allowed(rule.name()));
    }

    private static Stream<Rule> matching(PolicyDocument policy, Call call, CallContext context) {
        return policy.rules().stream()
                .filter(rule -> means(rule, call, context))
                .filter(rule -> rule.conditions().stream().allMatch(c -> c.holds(context)));
    }

    /// Whether the statement is about the call, under whatever conditions.
    static boolean means(Rule rule, Call call) {
        return means(rule, call, new CallContext(call.context()));
    }

    private static boolean means(Rule rule, Call call, CallContext context) {
        return acts(rule.actions(), call.action())
                && rule.resources().map(on -> isOn(on, call.resource(), context)).orElse(true);
    }

    static boolean acts(Patterns actions, String action) {
        var low = action.toLowerCase(Locale.ROOT);
        return actions.except()
                != actions.patterns().stream()
                        .anyMatch(p -> Glob.matches(p.toLowerCase(Locale.ROOT), low));
    }

    private static boolean isOn(Patterns resources, String resource, CallContext context) {
        return resources.except()
                != resources.patterns().stream()
                        .anyMatch(p ->
                                context.filled(p)
                                        .filter(filled -> Glob.matches(filled, resource))
                                        .isPresent());
    }

    private static boolean means(Rule rule, String principal) {
        return rule.principals().map(who -> means(who, principal)).orElse(true);
    }

    /// Naming the account leaves it to the account's own policies; naming the caller allows by itself.
    private static boolean names(Rule rule, String principal) {
        return rule.principals().stream()
                .anyMatch(who ->
                        !who.except()
                                && who.names().stream()
                                        .anyMatch(name ->
                                                name.equals("*")
                                                        || name.equals(principal)
                                                        || name.equals(roleOf(principal))));
    }

    /// The role behind a session; anybody else is who they are.
    private static String roleOf(String principal) {
        var session = SESSION.matcher(principal);
        return session.matches()
                ? "arn:"
                        + session.group(1)
                        + ":iam::"
                        + session.group(2)
                        + ":role/"
                        + session.group(3)
                : principal;
    }

    private static boolean means(Principals who, String principal) {
        var role = roleOf(principal);
        var parts = principal.split(":");
        var account = parts.length > 4 ? parts[4] : "";
        return who.except()
                != who.names().stream()
                        .anyMatch(name ->
                                name.equals("*")
                                        || name.equals(principal)
                                        || name.equals(role)
                                        || !account.isEmpty() && name.equals(account)
                                        || !account.isEmpty()
                                                && name.endsWith(":iam::" + account + ":root"));
    }
}
